package stretch.report;

import java.util.List;
import stretch.history.CheckIn;
import stretch.text.Durations;

/** Charts over the same slices of time, all with the same way across, so that they can stand above each other. */
final class Plot {
    private static final double LEFT = 50;
    private static final double RIGHT = 6;

    /** Labels below are not nearer to each other than that. */
    private static final double ROOM = 52;

    private static final int MARKER = 14;

    private final List<Slice> slices;
    private final double pitch;

    Plot(List<Slice> slices) {
        this.slices = List.copyOf(slices);
        this.pitch = (Ink.WIDTH - LEFT - RIGHT) / slices.size();
    }

    /** Minutes of practice, a column each. */
    String practice(String unit) {
        var ink = new Ink("practice", 132, "Minutes of practice a " + unit + ". The table below has the numbers.");
        practice(ink, new Scale(12, 110, mostMinutes()));
        below(ink, 126);
        return ink.svg();
    }

    private void practice(Ink ink, Scale scale) {
        scale.grid(ink, "min");
        for (int i = 0; i < slices.size(); i++) {
            var slice = slices.get(i);
            column(
                    ink,
                    "bar",
                    i,
                    0,
                    1,
                    slice.minutes(),
                    scale,
                    slice.label() + ": "
                            + Words.amount(slice.practice().sessions(), "session") + ", "
                            + Durations.minutes(slice.practice().active()));
        }
    }

    /** Minutes on the left beside those on the right. */
    String sides(String unit) {
        var ink = new Ink(
                "sides", 132, "Minutes on the left and on the right side a " + unit + ". The table has the numbers.");
        var scale = new Scale(
                12,
                110,
                most(slices.stream()
                        .mapToDouble(slice ->
                                Math.max(slice.left().toMillis(), slice.right().toMillis()) / 60_000.0)
                        .max()
                        .orElse(0)));
        scale.grid(ink, "min");
        for (int i = 0; i < slices.size(); i++) {
            var slice = slices.get(i);
            var title = slice.label() + ": left " + Durations.minutes(slice.left()) + ", right "
                    + Durations.minutes(slice.right());
            column(ink, "left", i, 0, 2, slice.left().toMillis() / 60_000.0, scale, title);
            column(ink, "right", i, 1, 2, slice.right().toMillis() / 60_000.0, scale, title);
        }
        below(ink, 126);
        return ink.svg();
    }

    /** Practice above, pain and markers below, each column for the same days; which made the other it does not say. */
    String practiceAndPain(String unit) {
        var markers = CheckIn.MARKERS.stream()
                .filter(marker ->
                        slices.stream().anyMatch(slice -> slice.markers().containsKey(marker)))
                .toList();
        int bottom = 172 + MARKER * markers.size();
        var ink = new Ink(
                "pain",
                bottom + 20,
                "Minutes of practice a " + unit + ", and below them what was said of pain, 0 to 10, in the same " + unit
                        + ". The table below has the numbers.");
        practice(ink, new Scale(12, 72, mostMinutes()));
        pain(ink, new Scale(96, 166, 10));
        for (int i = 0; i < markers.size(); i++) {
            marker(ink, markers.get(i), 172 + MARKER * (i + 0.5));
        }
        below(ink, bottom + 14);
        return ink.svg();
    }

    private double mostMinutes() {
        return most(slices.stream().mapToDouble(Slice::minutes).max().orElse(0));
    }

    private void pain(Ink ink, Scale scale) {
        scale.grid(ink, "pain");
        var line = new StringBuilder();
        boolean goesOn = false;
        for (int i = 0; i < slices.size(); i++) {
            var said = slices.get(i).said();
            if (said.isSaid()) {
                // Where nothing was said there is no line, as nobody knows.
                line.append(goesOn ? 'L' : 'M').append(Ink.number(middle(i))).append(' ');
                line.append(Ink.number(scale.y(said.mean())));
                ink.line("range", middle(i), scale.y(said.least()), middle(i), scale.y(said.most()));
            }
            goesOn = said.isSaid();
        }
        if (!line.isEmpty()) {
            ink.path("trend", line.toString(), "");
        }
        double radius = Math.max(1, Math.min(3.2, pitch * 0.3));
        for (int i = 0; i < slices.size(); i++) {
            var slice = slices.get(i);
            if (slice.after().isSaid()) {
                ink.dot(
                        "after",
                        middle(i),
                        scale.y(slice.after().mean()),
                        radius,
                        slice.label() + ": " + slice.after().words() + " after sessions, " + answers(slice.after()));
            }
            if (slice.said().isSaid()) {
                ink.dot(
                        "said",
                        middle(i),
                        scale.y(slice.said().mean()),
                        radius,
                        slice.label() + ": "
                                + slice.said().words() + ", " + slice.said().least() + " to "
                                + slice.said().most() + ", "
                                + answers(slice.said()));
            }
        }
    }

    static String answers(Pain pain) {
        return Words.amount(pain.answers(), "answer");
    }

    /** The sign points up for better, down for worse, and lies for the same. */
    private void marker(Ink ink, String marker, double y) {
        ink.text("end", LEFT - 4, y + 3.5, marker);
        double half = Math.max(1, Math.min(3.6, pitch * 0.4));
        for (int i = 0; i < slices.size(); i++) {
            var word = slices.get(i).markers().get(marker);
            if (word != null) {
                ink.path(
                        "sign " + word,
                        sign(word, middle(i), y, half),
                        slices.get(i).label() + ": " + marker + " " + word);
            }
        }
    }

    private static String sign(String word, double x, double y, double half) {
        double up = word.equals("better") ? -half : half;
        return word.equals("same")
                ? "M" + Ink.number(x - half) + " " + Ink.number(y - 1) + "h" + Ink.number(2 * half) + "v2h-"
                        + Ink.number(2 * half) + "z"
                : "M" + Ink.number(x - half) + " " + Ink.number(y - up) + "h" + Ink.number(2 * half) + "L"
                        + Ink.number(x) + " " + Ink.number(y + up) + "z";
    }

    /** Any practice is worth a sliver. */
    private void column(Ink ink, String kind, int slice, int part, int parts, double value, Scale scale, String title) {
        if (value > 0) {
            double gap = Math.min(6, pitch * 0.25);
            double width = (pitch - gap) / parts;
            double height = Math.max(1, scale.y(0) - scale.y(value));
            ink.rect(
                    kind,
                    LEFT + slice * pitch + gap / 2 + part * width,
                    scale.y(0) - height,
                    parts == 1 ? width : width * 0.92,
                    height,
                    title);
        }
    }

    private void below(Ink ink, double y) {
        int every = Math.max(1, (int) Math.ceil(ROOM / pitch));
        // Counted from the end: the newest is the one that is looked for.
        for (int i = slices.size() - 1; i >= 0; i -= every) {
            boolean last = i == slices.size() - 1 && pitch < ROOM;
            ink.text(
                    last ? "end" : "mid",
                    last ? Ink.WIDTH - 1 : middle(i),
                    y,
                    slices.get(i).label());
        }
    }

    private double middle(int slice) {
        return LEFT + (slice + 0.5) * pitch;
    }

    /** 1, 2 or 5 and noughts, and not less than the number. */
    static double most(double value) {
        double power = 1;
        while (power * 10 < value) {
            power *= 10;
        }
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= value) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** From 0 at the bottom to the most at the top. */
    private record Scale(double top, double bottom, double most) {
        double y(double value) {
            return bottom - (bottom - top) * value / most;
        }

        void grid(Ink ink, String unit) {
            for (double value : new double[] {0, most / 2, most}) {
                ink.line(value == 0 ? "axis" : "grid", LEFT, y(value), Ink.WIDTH - RIGHT, y(value));
                ink.text("end", LEFT - 4, y(value) + 3.5, Ink.number(value));
            }
            ink.text("", LEFT, top - 4, unit);
        }
    }
}
