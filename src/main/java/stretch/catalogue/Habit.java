package stretch.catalogue;

/** Something to mind during the day, short enough for a reminder. */
public record Habit(String id, String name, String text, String source) {}
