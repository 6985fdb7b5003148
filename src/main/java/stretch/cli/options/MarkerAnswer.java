package stretch.cli.options;

/** How a sign is, compared with the check-in before. */
public enum MarkerAnswer {
    worse,
    same,
    better
}
