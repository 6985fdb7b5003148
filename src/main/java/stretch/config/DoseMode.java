package stretch.config;

/** Which end of a range; or from the low to the high one over weeks of steady practice. */
public enum DoseMode {
    low,
    high,
    progress
}
