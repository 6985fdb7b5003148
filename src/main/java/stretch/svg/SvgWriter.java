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
        out.append("<svg class=\"chart " + kind + "\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" role=\"img\" aria-label=\"" + escaped(label) + "\">");
    }

    /** A rectangle that says what it is when one points at it. */
    public SvgWriter rect(String kind, double x, double y, double width, double height, String title) {
        return begin("rect", kind)
                .at("x", x)
                .at("y", y)
                .at("width", width)
                .at("height", height)
                .end("rect", title);
    }

    public SvgWriter line(String kind, double x1, double y1, double x2, double y2) {
        return begin("line", kind)
                .at("x1", x1)
                .at("y1", y1)
                .at("x2", x2)
                .at("y2", y2)
                .end("line", "");
    }

    public SvgWriter dot(String kind, double x, double y, double radius, String title) {
        return begin("circle", kind).at("cx", x).at("cy", y).at("r", radius).end("circle", title);
    }

    public SvgWriter path(String kind, String steps, String title) {
        begin("path", kind);
        out.append(" d=\"" + steps + "\"");
        return end("path", title);
    }

    /** Words; {@code kind} may say with {@code mid} or {@code end} which part of them is at this place. */
    public SvgWriter text(String kind, double x, double y, String words) {
        begin("text", kind).at("x", x).at("y", y);
        out.append(">" + escaped(words) + "</text>");
        return this;
    }

    public String svg() {
        return out + "</svg>";
    }

    private SvgWriter begin(String element, String kind) {
        out.append("<" + element + " class=\"" + kind + "\"");
        return this;
    }

    private SvgWriter at(String name, double value) {
        out.append(" " + name + "=\"" + number(value) + "\"");
        return this;
    }

    private SvgWriter end(String element, String title) {
        out.append(title.isEmpty() ? "/>" : "><title>" + escaped(title) + "</title></" + element + ">");
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
