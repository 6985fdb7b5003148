package stretch.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Exercise;
import stretch.catalogue.Lesson;

/** Shows the lessons. */
final class LearnCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> topic;
    private final Given<Boolean> json;

    LearnCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("The lessons: why the practice works. Without a topic, lists them.");
        topic = takes.optional("TOPIC", "the id of a lesson");
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var catalogue = desk.catalogue();
        var lessons = catalogue.lessons();
        var page = desk.page();
        if (!topic.isGiven()) {
            if (json.get()) {
                page.json(Map.of(
                        "lessons",
                        lessons.values().stream()
                                .map(lesson -> Shapes.of(catalogue, lesson))
                                .toList()));
            } else {
                page.heading("Lessons");
                lessons.values().forEach(lesson -> page.hanging(String.format("  %-21s", lesson.id()), lesson.title()));
                page.gap();
                page.paragraph(0, "'stretch learn TOPIC' shows one.");
            }
            return 0;
        }
        var lesson = Desk.pick(lessons, topic.get(), "lesson", "learn");
        if (json.get()) {
            page.json(Shapes.of(catalogue, lesson));
        } else {
            Pager.show(desk, paged -> lesson(paged, catalogue, lesson));
        }
        return 0;
    }

    static void lesson(Page page, Catalogue catalogue, Lesson lesson) {
        page.heading(lesson.title());
        for (var paragraph : lesson.text()) {
            page.gap();
            page.paragraph(0, paragraph);
        }
        var explained = explained(catalogue, lesson);
        if (!explained.isEmpty()) {
            page.gap();
            page.paragraph(0, "It explains: " + String.join(", ", explained));
        }
        ShowCommand.source(page, lesson.source());
    }

    /** The exercises that name this lesson. */
    static List<String> explained(Catalogue catalogue, Lesson lesson) {
        return catalogue.exercises().values().stream()
                .filter(exercise -> exercise.lessons().contains(lesson.id()))
                .map(Exercise::id)
                .toList();
    }
}
