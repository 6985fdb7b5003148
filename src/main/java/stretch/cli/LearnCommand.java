package stretch.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.catalogue.Lesson;

/** Shows the lessons. */
@Command(name = "learn", description = "The lessons: why the practice works. Without a topic, lists them.")
final class LearnCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "the id of a lesson")
    private @Nullable String topic;

    @Option(names = "--json", description = "as JSON, for scripts")
    private boolean json;

    LearnCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var lessons = desk.catalogue().lessons();
        var page = desk.page();
        if (topic == null) {
            if (json) {
                page.json(Map.of(
                        "lessons", lessons.values().stream().map(Shapes::of).toList()));
            } else {
                page.heading("Lessons");
                lessons.values().forEach(lesson -> page.hanging(String.format("  %-21s", lesson.id()), lesson.title()));
                page.gap();
                page.paragraph(0, "'stretch learn TOPIC' shows one.");
            }
            return 0;
        }
        var lesson = Desk.pick(lessons, topic, "lesson", "learn");
        if (json) {
            page.json(Shapes.of(lesson));
        } else {
            lesson(page, lesson);
        }
        return 0;
    }

    static void lesson(Page page, Lesson lesson) {
        page.heading(lesson.title());
        for (var paragraph : lesson.text()) {
            page.gap();
            page.paragraph(0, paragraph);
        }
        ShowCommand.source(page, lesson.source());
    }
}
