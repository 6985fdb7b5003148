package stretch.cli.learn;

import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.Lookup;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.json.JsonObject;
import stretch.output.Pager;

/** Shows the lessons. */
public final class LearnCommand extends Command {
    private final OptionValue<String> topic = options.optional("TOPIC", "a lesson; all are listed if it is left out");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public LearnCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Shows a lesson on why the practice works, or lists the lessons.");
        options.example("stretch learn", "all lessons");
        options.example("stretch learn hamstrings", "one of them");
    }

    @Override
    public Integer call() {
        var catalogue = context.catalogueOfFiles();
        var lessons = catalogue.lessons();
        var printer = context.printer();
        if (!topic.isGiven()) {
            if (json.get()) {
                printer.json(new JsonObject()
                        .put("lessons", lessons.values(), lesson -> CatalogueJson.of(catalogue, lesson)));
            } else {
                printer.heading("Lessons");
                lessons.values()
                        .forEach(lesson -> printer.hanging(String.format("  %-21s", lesson.id()), lesson.title()));
                printer.blankLine();
                printer.paragraph(0, "'stretch learn TOPIC' shows one.");
            }
            return 0;
        }
        var lesson = Lookup.find(lessons, topic.get(), "lesson", "learn");
        if (json.get()) {
            printer.json(CatalogueJson.of(catalogue, lesson));
        } else {
            Pager.show(context.world(), context.colour(), paged -> LessonView.print(paged, catalogue, lesson));
        }
        return 0;
    }
}
