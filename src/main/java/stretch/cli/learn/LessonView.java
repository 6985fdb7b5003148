package stretch.cli.learn;

import stretch.catalogue.Catalogue;
import stretch.catalogue.Lesson;
import stretch.output.Printer;

/** A lesson as people read it. */
final class LessonView {
    private LessonView() {}

    static void print(Printer printer, Catalogue catalogue, Lesson lesson) {
        printer.heading(lesson.title());
        for (var paragraph : lesson.text()) {
            printer.blankLine();
            printer.paragraph(0, paragraph);
        }
        var explained = CatalogueJson.explained(catalogue, lesson);
        if (!explained.isEmpty()) {
            printer.blankLine();
            printer.paragraph(0, "It explains: " + String.join(", ", explained));
        }
        printer.source(lesson.source());
    }
}
