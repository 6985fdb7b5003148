package stretch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.annotation.Testable;

/** The walls of the house: which room may know what. */
@Tag("once")
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("stretch");

    /** Imports run down this list, never up. */
    private static final List<String> ROOMS = List.of(
            "cli",
            "coaching",
            "reminder",
            "report",
            "html",
            "output",
            "terminal",
            "sound",
            "config",
            "screen",
            "stats",
            "history",
            "session",
            "figure",
            "catalogue",
            "yaml",
            "json",
            "os",
            "svg",
            "text");

    static Stream<String> packages() {
        return HOUSE.stream().map(JavaClass::getPackageName).distinct().sorted();
    }

    @Test
    void the_root_holds_main_alone() {
        assertThat(HOUSE.stream()
                        .filter(it -> it.getPackageName().equals("stretch"))
                        .map(JavaClass::getSimpleName))
                .containsOnly("Main", "package-info");
    }

    @Test
    void every_room_is_on_the_list() {
        assertThat(packages().filter(name -> !name.equals("stretch")))
                .allMatch(name -> ROOMS.contains(name.split("\\.", -1)[1]));
    }

    /** More than that is no room any more but a hall. */
    @Test
    void no_room_is_overfull() {
        assertThat(HOUSE.stream()
                        .filter(it ->
                                it.isTopLevelClass() && !it.getSimpleName().equals("package-info"))
                        .collect(groupingBy(JavaClass::getPackageName, counting())))
                .allSatisfy((room, classes) -> assertThat(classes).as(room).isLessThanOrEqualTo(14));
    }

    @Test
    void imports_run_down_the_list() {
        assertThat(HOUSE.stream()
                        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                        .filter(it -> place(it.getTargetClass()) < place(it.getOriginClass()))
                        .map(it -> topOf(it.getOriginClass()) + " -> " + topOf(it.getTargetClass()))
                        .distinct())
                .isEmpty();
    }

    /** The place of its room on the list; the root is above all, and what is not ours below. */
    private static int place(JavaClass it) {
        if (!it.getPackageName().startsWith("stretch")) {
            return ROOMS.size();
        }
        return it.getPackageName().equals("stretch")
                ? -1
                : ROOMS.indexOf(it.getPackageName().split("\\.", -1)[1]);
    }

    @Test
    void a_command_never_calls_a_command() {
        assertThat(HOUSE.stream()
                        .filter(HouseTest::isCommand)
                        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                        .filter(it -> isCommand(it.getTargetClass()))
                        .filter(it -> !topOf(it.getOriginClass()).equals(topOf(it.getTargetClass())))
                        .map(it -> topOf(it.getOriginClass()) + " -> " + topOf(it.getTargetClass()))
                        .distinct())
                .isEmpty();
    }

    @Test
    void no_classes_of_a_package_go_in_circles() {
        assertThat(circles()).isEmpty();
    }

    /** The classes of one package of which each needs, by whatever way, all others; nested ones count as their outer. */
    private static List<List<String>> circles() {
        var uses = HOUSE.stream()
                .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                .filter(it -> it.getOriginClass()
                        .getPackageName()
                        .equals(it.getTargetClass().getPackageName()))
                .collect(groupingBy(
                        it -> topOf(it.getOriginClass()), mapping(it -> topOf(it.getTargetClass()), toSet())));
        return uses.keySet().stream()
                .map(it -> uses.keySet().stream()
                        .filter(other -> reaches(uses, it, other) && reaches(uses, other, it))
                        .sorted()
                        .toList())
                .filter(circle -> circle.size() > 1)
                .distinct()
                .toList();
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
        var seen = new HashSet<>(Set.of(from));
        var left = new ArrayDeque<>(seen);
        while (!left.isEmpty()) {
            uses.getOrDefault(left.pop(), Set.of()).stream().filter(seen::add).forEach(left::push);
        }
        return seen.contains(to);
    }

    private static boolean isCommand(JavaClass it) {
        return topOf(it).matches("stretch\\.cli\\.\\w+\\.\\w+Command");
    }

    private static String topOf(JavaClass it) {
        return it.getName().replaceFirst("\\$.*", "");
    }

    @ParameterizedTest(name = "{0} lives in {1} alone")
    @CsvSource({
        "picocli.., stretch.cli..",
        "org.jline.., stretch.terminal..",
        "org.sqlite.., stretch.history..",
        "java.sql.., stretch.history..",
        "tools.jackson.dataformat.yaml.., stretch.yaml..",
        "de.siegmar.., stretch.history.transfer..",
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
            "stretch.screen..",
            "stretch.figure..",
            "stretch.stats..",
            "stretch.catalogue",
            "stretch.catalogue.exercise..",
            "stretch.reminder",
            "stretch.report..",
            "stretch.svg.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.net..", "java.sql..", "tools.jackson..", "org.jline.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(HOUSE);
    }

    @Test
    void only_the_door_touches_the_outside() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("stretch.Main")
                .and()
                .haveNameNotMatching("stretch\\.os\\.Environment.*")
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

    @Test
    void no_simple_name_is_declared_twice() {
        assertThat(HOUSE.stream()
                        .filter(it ->
                                !it.isAnonymousClass() && !it.getSimpleName().equals("package-info"))
                        .map(JavaClass::getSimpleName))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_test_is_named_in_words() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .haveNameMatching("[a-z0-9_]+")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("stretch"));
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
                .haveNameNotMatching("stretch\\.os\\.process\\.ProcessRunner(\\$.*)?")
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
                .haveNameNotMatching("stretch\\.os\\.Environment.*")
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

    /** Java works these out in decimal numbers, and to load those takes longer than to start. */
    @Test
    void durations_are_reckoned_in_whole_numbers() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(Duration.class)))
                        .and(target(nameMatching("abs|negated|multipliedBy|dividedBy"))))
                .check(HOUSE);
    }

    /** The day that it is began when the settings say. */
    @Test
    void what_day_it_is_is_asked_in_one_place() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now", java.time.Clock.class)
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
