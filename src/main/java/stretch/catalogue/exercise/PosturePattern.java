package stretch.catalogue.exercise;

import java.util.List;

/**
 * A way of holding or moving that strains the back, asked as a plain question, and what answers it.
 *
 * @param answers ids of exercises
 * @param habits ids of habits that go with it
 * @param mapping who says that these exercises answer it
 */
public record PosturePattern(
        String id,
        String name,
        String question,
        String happens,
        List<String> answers,
        List<String> habits,
        String mapping,
        String source) {
    public PosturePattern {
        answers = List.copyOf(answers);
        habits = List.copyOf(habits);
    }
}
