package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports as LibreOffice reads them: dates are dates, and ids are no numbers. */
@Tag("once")
class SpreadsheetE2e {
    private static final Path SOFFICE = Path.of("/usr/bin/soffice");
    private static final Pattern CELL =
            Pattern.compile("<table:table-cell[^>]*?(?:/>|>.*?</table:table-cell>)", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("office:value-type=\"([a-z]+)\"");

    @TempDir
    private Path folder;

    @Test
    void dates_are_dates_and_ids_are_text() throws Exception {
        assumeTrue(Files.isExecutable(SOFFICE), "LibreOffice is not installed");
        var home = new Home(folder);
        var devices = List.of("00012345", "12345e07", "12345678", "a1b2c3d4");
        var rows = new StringBuilder("session,routine,started_at,ended_at,active_seconds,outcome,steps_done,"
                + "steps_planned,pain_before,pain_after,note,device\n");
        for (var device : devices) {
            rows.append("0198c7e2-aaaa-7000-8000-0000" + device.replaceAll("[^0-9a-f]", "0")
                    + ",daily,2026-11-20T08:00:00+01:00,,90,completed,3,3,,,," + device + "\n");
        }
        Home.write(folder.resolve("in.csv"), rows.toString());
        assertThat(home.run("import", "in.csv").code()).isZero();
        assertThat(home.run("export", "-o", "out.csv").code()).isZero();
        assertThat(types("out.csv"))
                .hasSize(devices.size())
                .containsOnly(List.of(
                        "string", "string", "string", "", "float", "string", "float", "float", "", "", "", "string",
                        "date", "time", "float"));
        assertThat(home.run("export", "--steps", "-o", "steps.csv").code()).isZero();
        assertThat(home.run("import", "out.csv").out())
                .as("what comes back is the same")
                .contains("nothing");
    }

    @Test
    void dates_of_check_ins_and_steps_are_dates() throws Exception {
        assumeTrue(Files.isExecutable(SOFFICE), "LibreOffice is not installed");
        var home = new Home(folder);
        home.run("checkin", "--pain", "3");
        home.run("add", "quick", "--at", "yesterday 08:00");
        home.run("export", "--checkins", "-o", "checkins.csv");
        home.run("export", "--steps", "-o", "steps.csv");
        assertThat(types("checkins.csv").get(0)).endsWith("string", "date", "time");
        assertThat(types("steps.csv").get(0)).endsWith("string", "", "", "date", "time");
    }

    /** The types of the cells of each row below the header; those of empty cells are empty. */
    private List<List<String>> types(String csv) throws Exception {
        // Commas, quotes, UTF-8, and cells recognised as they are when somebody opens the file.
        var process = new ProcessBuilder(
                        SOFFICE.toString(),
                        "-env:UserInstallation=file://" + folder.resolve("office"),
                        "--headless",
                        "--infilter=CSV:44,34,76,1,,1033,false,true",
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.resolve("sheets").toString(),
                        folder.resolve(csv).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        var sheet = Files.readString(folder.resolve("sheets").resolve(csv.replace(".csv", ".fods")));
        return Stream.of(sheet.split("<table:table-row", -1))
                .skip(2)
                .map(SpreadsheetE2e::cells)
                .filter(types -> types.contains("date"))
                .toList();
    }

    private static List<String> cells(String row) {
        var types = new ArrayList<String>();
        for (var cell = CELL.matcher(row); cell.find(); ) {
            var type = TYPE.matcher(cell.group());
            var repeated = Pattern.compile("columns-repeated=\"(\\d+)\"").matcher(cell.group());
            int times = repeated.find() ? Integer.parseInt(repeated.group(1)) : 1;
            for (var word = type.find() ? type.group(1) : ""; times > 0; times--) {
                types.add(word);
            }
        }
        return types;
    }
}
