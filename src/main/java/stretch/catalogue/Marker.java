package stretch.catalogue;

/** One sign of "better" that a check-in asks for. */
public record Marker(String id, String text, String source) {}
