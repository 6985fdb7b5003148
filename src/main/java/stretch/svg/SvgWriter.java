package stretch.svg;

import stretch.text.TerminalSafe;

/**
 * A picture as SVG, made element by element in one coordinate system: x to the right, y down.
 *
 * <p>How things look is said by classes and the page's style alone, so that a strict policy for its content holds.
 */
public final class SvgWriter {
    /** How wide every picture is, in its own units: about as many pixels as a telephone has. */
    public static final int WIDTH = 360;

    private final StringBuilder out = new StringBuilder();

    /** An empty picture, and in words what it shows. */
    public SvgWriter(String kind, int height, String label) {
        out.append("<svg class=\"chart ")
                .append(kind)
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ');
        out.append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(label))
                .append("\">");
    }

    /** A rectangle that says what it is when one points at it. */
    public SvgWriter rect(String kind, double x, double y, double width, double height, String title) {
        out.append("<rect class=\"").append(kind).append('"');
        at(" x", x).at(" y", y).at(" width", width).at(" height", height);
        return end("rect", title);
    }

    public SvgWriter line(String kind, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"").append(kind).append('"');
        at(" x1", x1).at(" y1", y1).at(" x2", x2).at(" y2", y2);
        return end("line", "");
    }

    public SvgWriter dot(String kind, double x, double y, double radius, String title) {
        out.append("<circle class=\"").append(kind).append('"');
        at(" cx", x).at(" cy", y).at(" r", radius);
        return end("circle", title);
    }

    public SvgWriter path(String kind, String steps, String title) {
        out.append("<path class=\"")
                .append(kind)
                .append("\" d=\"")
                .append(steps)
                .append('"');
        return end("path", title);
    }

    /** Words; {@code kind} may say with {@code mid} or {@code end} which part of them is at this place. */
    public SvgWriter text(String kind, double x, double y, String words) {
        out.append("<text class=\"").append(kind).append('"');
        at(" x", x).at(" y", y);
        out.append('>').append(escaped(words)).append("</text>");
        return this;
    }

    /** The picture. */
    public String svg() {
        return out + "</svg>";
    }

    private SvgWriter at(String name, double value) {
        out.append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private SvgWriter end(String element, String title) {
        if (title.isEmpty()) {
            out.append("/>");
        } else {
            out.append("><title>")
                    .append(escaped(title))
                    .append("</title></")
                    .append(element)
                    .append('>');
        }
        return this;
    }

    /** To a tenth, which is less than a pixel. */
    public static String number(double value) {
        double tenth = Math.round(value * 10) / 10.0;
        return tenth == Math.rint(tenth) ? String.valueOf((long) tenth) : String.valueOf(tenth);
    }

    /** Text within an element or an attribute. */
    public static String escaped(String text) {
        return TerminalSafe.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
