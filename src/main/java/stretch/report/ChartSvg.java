package stretch.report;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import stretch.history.entry.CheckIn;
import stretch.svg.SvgWriter;
import stretch.text.Durations;

/** Charts over the same slices of time, all with the same way across, so that they can stand above each other. */
final class ChartSvg {
    private static final double LEFT = 50;
    private static final double RIGHT = 6;

    /** Labels below are not nearer to each other than that. */
    private static final double ROOM = 52;

    private static final int MARKER = 14;

    private final List<Bucket> slices;
    private final double pitch;

    ChartSvg(List<Bucket> slices) {
        this.slices = List.copyOf(slices);
        this.pitch = (SvgWriter.WIDTH - LEFT - RIGHT) / slices.size();
    }

    /** Minutes of practice, a column each. */
    String practice(String unit) {
        var svg =
                new SvgWriter("practice", 132, "Minutes of practice a " + unit + ". The table below has the numbers.");
        practice(svg, new ChartScale(12, 110, most(Bucket::minutes)));
        below(svg, 126);
        return svg.svg();
    }

    private void practice(SvgWriter svg, ChartScale scale) {
        scale.grid(svg, "min");
        for (int i = 0; i < slices.size(); i++) {
            var bucket = slices.get(i);
            column(
                    svg,
                    "bar",
                    i,
                    0,
                    1,
                    bucket.minutes(),
                    scale,
                    bucket.label() + ": "
                            + ReportText.amount(bucket.practice().sessions(), "session") + ", "
                            + Durations.minutes(bucket.practice().active()));
        }
    }

    /** Minutes on the left beside those on the right. */
    String sides(String unit) {
        var svg = new SvgWriter(
                "sides", 132, "Minutes on the left and on the right side a " + unit + ". The table has the numbers.");
        var scale = new ChartScale(
                12, 110, most(bucket -> Math.max(Bucket.minutes(bucket.left()), Bucket.minutes(bucket.right()))));
        scale.grid(svg, "min");
        for (int i = 0; i < slices.size(); i++) {
            var bucket = slices.get(i);
            var title = bucket.label() + ": left " + Durations.minutes(bucket.left()) + ", right "
                    + Durations.minutes(bucket.right());
            column(svg, "left", i, 0, 2, Bucket.minutes(bucket.left()), scale, title);
            column(svg, "right", i, 1, 2, Bucket.minutes(bucket.right()), scale, title);
        }
        below(svg, 126);
        return svg.svg();
    }

    /** Practice above, pain and markers below, each column for the same days; which made the other it does not say. */
    String practiceAndPain(String unit) {
        var markers = CheckIn.MARKERS.stream()
                .filter(marker ->
                        slices.stream().anyMatch(bucket -> bucket.markers().containsKey(marker)))
                .toList();
        int bottom = 172 + MARKER * markers.size();
        var svg = new SvgWriter(
                "pain",
                bottom + 20,
                "Minutes of practice a " + unit + ", and below them the recorded pain, 0 to 10, in the same " + unit
                        + ". The table below has the numbers.");
        practice(svg, new ChartScale(12, 72, most(Bucket::minutes)));
        pain(svg, new ChartScale(96, 166, 10));
        for (int i = 0; i < markers.size(); i++) {
            marker(svg, markers.get(i), 172 + MARKER * (i + 0.5));
        }
        below(svg, bottom + 14);
        return svg.svg();
    }

    private double most(ToDoubleFunction<Bucket> minutes) {
        return most(slices.stream().mapToDouble(minutes).max().orElse(0));
    }

    private void pain(SvgWriter svg, ChartScale scale) {
        scale.grid(svg, "pain");
        var line = new StringBuilder();
        boolean goesOn = false;
        for (int i = 0; i < slices.size(); i++) {
            var bucket = slices.get(i);
            if (bucket.isSaid()) {
                var said = bucket.said();
                // Where nothing was said there is no line, as nobody knows.
                line.append((goesOn ? "L" : "M") + SvgWriter.number(middle(i)) + " "
                        + SvgWriter.number(scale.y(said.getAverage())));
                svg.line("range", middle(i), scale.y(said.getMin()), middle(i), scale.y(said.getMax()));
            }
            goesOn = bucket.isSaid();
        }
        if (!line.isEmpty()) {
            svg.path("trend", line.toString(), "");
        }
        for (int i = 0; i < slices.size(); i++) {
            var after = slices.get(i).after();
            var said = slices.get(i).said();
            dot(svg, "after", i, scale, after, ReportText.mean(after) + " after sessions");
            dot(svg, "said", i, scale, said, ReportText.mean(said) + ", " + said.getMin() + " to " + said.getMax());
        }
    }

    private void dot(SvgWriter svg, String kind, int slice, ChartScale scale, IntSummaryStatistics pain, String words) {
        if (pain.getCount() > 0) {
            double radius = Math.max(1, Math.min(3.2, pitch * 0.3));
            var title = slices.get(slice).label() + ": " + words + ", " + ReportText.amount(pain.getCount(), "answer");
            svg.dot(kind, middle(slice), scale.y(pain.getAverage()), radius, title);
        }
    }

    /** The sign points up for better, down for worse, and lies for the same. */
    private void marker(SvgWriter svg, String marker, double y) {
        svg.text("end", LEFT - 4, y + 3.5, marker);
        double half = Math.max(1, Math.min(3.6, pitch * 0.4));
        for (int i = 0; i < slices.size(); i++) {
            var word = slices.get(i).markers().get(marker);
            if (word != null) {
                svg.path(
                        "sign " + word,
                        sign(word, middle(i), y, half),
                        slices.get(i).label() + ": " + marker + " " + word);
            }
        }
    }

    private static String sign(String word, double x, double y, double half) {
        double up = word.equals("better") ? -half : half;
        return word.equals("same")
                ? "M" + SvgWriter.number(x - half) + " " + SvgWriter.number(y - 1) + "h" + SvgWriter.number(2 * half)
                        + "v2h-" + SvgWriter.number(2 * half) + "z"
                : "M" + SvgWriter.number(x - half) + " " + SvgWriter.number(y - up) + "h" + SvgWriter.number(2 * half)
                        + "L" + SvgWriter.number(x) + " " + SvgWriter.number(y + up) + "z";
    }

    /** Any practice is worth a sliver. */
    private void column(
            SvgWriter svg, String kind, int slice, int part, int parts, double value, ChartScale scale, String title) {
        if (value > 0) {
            double gap = Math.min(6, pitch * 0.25);
            double width = (pitch - gap) / parts;
            double height = Math.max(1, scale.y(0) - scale.y(value));
            svg.rect(
                    kind,
                    LEFT + slice * pitch + gap / 2 + part * width,
                    scale.y(0) - height,
                    parts == 1 ? width : width * 0.92,
                    height,
                    title);
        }
    }

    private void below(SvgWriter svg, double y) {
        int every = Math.max(1, (int) Math.ceil(ROOM / pitch));
        // Counted from the end: the newest is the one that is looked for.
        for (int i = slices.size() - 1; i >= 0; i -= every) {
            boolean last = i == slices.size() - 1 && pitch < ROOM;
            svg.text(
                    last ? "end" : "mid",
                    last ? SvgWriter.WIDTH - 1 : middle(i),
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
    private record ChartScale(double top, double bottom, double most) {
        double y(double value) {
            return bottom - (bottom - top) * value / most;
        }

        void grid(SvgWriter svg, String unit) {
            for (double value : new double[] {0, most / 2, most}) {
                svg.line(value == 0 ? "axis" : "grid", LEFT, y(value), SvgWriter.WIDTH - RIGHT, y(value));
                svg.text("end", LEFT - 4, y(value) + 3.5, SvgWriter.number(value));
            }
            svg.text("", LEFT, top - 4, unit);
        }
    }
}
