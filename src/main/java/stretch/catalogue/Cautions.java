package stretch.catalogue;

import java.util.List;

/** When to see a professional: what this is, the signs, and the urgent ones, which stand apart. */
public record Cautions(String general, List<String> signs, List<String> urgent, String source) {
    public Cautions {
        signs = List.copyOf(signs);
        urgent = List.copyOf(urgent);
    }
}
