package stretch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walls of the house: which room may know what. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("stretch");

    @Test
    void rooms_do_not_depend_in_circles() {
        slices().matching("stretch.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @ParameterizedTest(name = "{0} knows only {1}")
    @CsvSource(
            delimiter = ':',
            value = {
                "text      : ",
                "yaml      : text",
                "catalogue : text yaml",
                "figure    : catalogue text",
                "session   : catalogue text figure",
                "html      : session catalogue text figure",
                "cue       : session catalogue text",
                "terminal  : session catalogue text figure",
                "history   : catalogue text",
                "progress  : history catalogue text",
                "remind    : progress history catalogue text",
                "report    : progress history catalogue text figure html",
            })
    void imports_run_one_way(String room, String others) {
        var own = "stretch." + room.strip() + "..";
        var allowed = new java.util.ArrayList<String>();
        allowed.add(own);
        if (others != null) {
            for (var other : others.strip().split(" ", -1)) {
                allowed.add("stretch." + other + "..");
            }
        }
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAnyPackage("stretch..")
                        .and(resideOutsideOfPackages(allowed.toArray(String[]::new)))
                        .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage("stretch")))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @ParameterizedTest(name = "{0} lives in {1} alone")
    @CsvSource({
        "picocli.., stretch.cli..",
        "org.jline.., stretch.terminal..",
        "org.sqlite.., stretch.history..",
        "java.sql.., stretch.history..",
        "tools.jackson.dataformat.yaml.., stretch.yaml..",
        "de.siegmar.., stretch.history..",
        "com.samskivert.., stretch.html..",
    })
    void every_library_has_one_home(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    @Test
    void the_heart_is_pure() {
        var pure = new String[] {
            "stretch.session..",
            "stretch.figure..",
            "stretch.progress..",
            "stretch.catalogue..",
            "stretch.remind..",
            "stretch.report.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .and()
                .haveSimpleNameNotStartingWith("CatalogueFile")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.net..", "java.sql..", "tools.jackson..", "org.jline.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void only_the_door_touches_the_outside() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("stretch.Main")
                .and()
                .haveNameNotMatching("stretch\\.cli\\.World.*")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    /** These answer false as well where nobody may look. */
    @Test
    void whether_a_file_is_there_is_asked_in_one_place() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("stretch.os.FileKind")
                .should()
                .callMethod(Files.class, "exists", Path.class, LinkOption[].class)
                .orShould()
                .callMethod(Files.class, "notExists", Path.class, LinkOption[].class)
                .orShould()
                .callMethod(java.io.File.class, "exists")
                .check(HOUSE);
    }

    /** So that no path becomes a part of an address or a setting of the database. */
    @Test
    void a_database_is_opened_in_one_place() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("stretch.history.db.SqliteConnections")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.sqlite\\.jdbc4\\..*|org\\.sqlite\\.JDBC|java\\.sql\\.DriverManager")
                .check(HOUSE);
    }

    @Test
    void programs_are_started_in_one_place() {
        noClasses()
                .that()
                .haveNameNotMatching("stretch\\.cli\\.Programs(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(name("exec"))))
                .check(HOUSE);
    }

    /** Error Prone sees formatting without a locale; this sees who asks for the locale or the zone of the machine. */
    @Test
    void nothing_depends_on_where_it_runs() {
        noClasses()
                .that()
                .haveNameNotMatching("stretch\\.cli\\.World.*")
                .should()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault", java.util.Locale.Category.class)
                .orShould()
                .callMethod(java.util.TimeZone.class, "getDefault")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .check(HOUSE);
        for (var time : List.of(LocalDate.class, LocalTime.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(time, "now").check(HOUSE);
        }
    }

    @Test
    void there_is_no_network() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..")
                .check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|URLConnection|HttpURLConnection|InetAddress)")
                .check(HOUSE);
    }

    @Test
    void nothing_is_called_by_an_empty_name() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info)$")
                .check(HOUSE);
    }

    /** A word or a number that comes from outside may be any text: whoever parses it has to say what if it is none. */
    @Test
    void text_is_parsed_by_the_parsers_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stretch.text")
                .should()
                .accessTargetWhere(describe("parses text and throws what is no failure", access -> {
                    var owner = access.getTargetOwner();
                    var name = access.getTarget().getName();
                    boolean isOwnValueOf = access.getOriginOwner().isEnum()
                            && access.getOrigin().getName().equals("valueOf");
                    boolean isNumber = owner.isAssignableTo(Number.class) && !owner.isAssignableTo(BigDecimal.class);
                    boolean takesText = access.getTarget() instanceof CodeUnitAccessTarget target
                            && target.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isEquivalentTo(String.class));
                    return !isOwnValueOf
                            && takesText
                            && ((owner.isAssignableTo(Enum.class) && name.equals("valueOf"))
                                    || (isNumber
                                            && (name.startsWith("parse")
                                                    || name.equals("valueOf")
                                                    || name.equals("decode"))));
                }))
                .check(HOUSE);
    }
}
