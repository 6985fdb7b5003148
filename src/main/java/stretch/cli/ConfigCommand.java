package stretch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;
import stretch.catalogue.CatalogueFile;
import stretch.text.DidYouMean;
import stretch.yaml.Node;
import stretch.yaml.YamlText;

/** Shows or sets a setting. */
final class ConfigCommand implements Callable<Integer> {
    /** What YAML takes for plain text wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9,./-]*(:[A-Za-z0-9,./-]+)*");

    private final Desk desk;
    private final Given<String> key;
    private final Given<String> value;
    private final Given<String> unset;
    private final Given<Boolean> json;

    ConfigCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about(
                "Shows your settings, one of them, or sets one in config.yaml, whose other lines stay as they are.");
        takes.footer(
                "%nstretch config                        every setting and what it may be",
                "stretch config sound                  the value of one",
                "stretch config avoid kneeling,floor   sets one",
                "stretch config --unset avoid          takes it out again");
        key = takes.optional("KEY", "the setting; all if none is named");
        value = takes.optional("VALUE", "what it is to be");
        unset = takes.option("--unset", "KEY", "takes a setting out of the file");
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var file = desk.settingsPlace();
        if (unset.isGiven()) {
            if (key.isGiven()) {
                throw new Failure(Exit.USAGE, "--unset takes one key and no value; write 'stretch config --unset KEY'");
            }
            unset(file, setting(unset.get()));
        } else if (key.isGiven() && value.isGiven()) {
            set(file, setting(key.get()), value.get().strip());
        } else {
            show(file);
        }
        return 0;
    }

    private static Setting<?> setting(String key) {
        return Setting.named(key)
                .orElseThrow(() -> new Failure(
                        Exit.USAGE,
                        "there is no setting '" + key + "'; "
                                + DidYouMean.advice(Setting.keys(), key, "'stretch config' shows what there is")));
    }

    private void show(Path file) {
        var bytes = desk.settingsFile().map(CatalogueFile::bytes).orElse(null);
        if (bytes != null) {
            Settings.of(file.toString(), bytes);
        }
        var text = bytes == null ? null : new YamlText(file.toString(), bytes);
        Function<Setting<?>, Optional<String>> given = setting ->
                text == null ? Optional.empty() : text.value(setting.key()).map(ConfigCommand::words);
        var page = desk.page();
        if (key.isGiven()) {
            var setting = setting(key.get());
            if (json.get()) {
                page.json(shape(setting, given.apply(setting)));
            } else {
                page.line(given.apply(setting).orElse(setting.standard()));
            }
        } else if (json.get()) {
            var shape = new LinkedHashMap<String, Object>();
            shape.put("file", file.toString());
            shape.put(
                    "settings",
                    Setting.ALL.stream()
                            .map(setting -> shape(setting, given.apply(setting)))
                            .toList());
            page.json(shape);
        } else {
            page.line(file + (text == null ? " (not there yet)" : ""));
            page.gap();
            Setting.ALL.forEach(setting -> page.hanging(
                    String.format("  %-15s", setting.key()),
                    given.apply(setting)
                                    .map(words -> words + " (file)")
                                    .orElseGet(() -> standard(setting) + " (default)")
                            + "; may be " + setting.may()));
        }
    }

    private static String standard(Setting<?> setting) {
        return setting.standard().isEmpty() ? setting.otherwise() : setting.standard();
    }

    private static Map<String, Object> shape(Setting<?> setting, Optional<String> given) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("key", setting.key());
        shape.put("value", given.orElse(setting.standard()));
        shape.put("from", given.isPresent() ? "file" : "default");
        shape.put("may_be", setting.may());
        return shape;
    }

    private static String words(Node node) {
        return node instanceof Node.Listing list
                ? list.items().stream().map(ConfigCommand::words).collect(Collectors.joining(","))
                : node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private void set(Path file, Setting<?> setting, String wanted) {
        var written = setting.isList() ? list(wanted) : quoted(wanted);
        check(setting, wanted);
        change(file, text -> text.with(setting.key(), written), setting.key() + ": " + written);
        desk.say(setting.key() + " is now " + wanted + " (" + file + ")");
    }

    private void check(Setting<?> setting, String wanted) {
        try {
            var unused = setting.reader().apply(wanted);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, "'" + setting.key() + "': " + e.getMessage());
        }
        if (setting.equals(Setting.AVOID)) {
            var catalogue = desk.catalogue();
            Setting.AVOID.reader().apply(wanted).forEach(word -> RunCommand.checkAvoidable(catalogue, word));
        }
    }

    private void unset(Path file, Setting<?> setting) {
        boolean there = FileKind.exists(file)
                && new YamlText(file.toString(), CatalogueFile.bytes(file))
                        .value(setting.key())
                        .isPresent();
        if (!there) {
            desk.say(setting.key() + " is not set; nothing to do");
            return;
        }
        change(file, text -> text.without(setting.key()), "");
        desk.say(setting.key() + " is no longer set (" + file + ")");
    }

    /** Checks the whole file as it would be, with the reader of every run, before any of it is written. */
    private void change(Path file, Function<YamlText, Optional<byte[]>> change, String line) {
        desk.changeable(file).change(before -> {
            var after = change.apply(new YamlText(file.toString(), before))
                    .orElseThrow(() -> new Failure(
                            Exit.UNUSABLE,
                            file + ": is written in a way that cannot be changed safely; "
                                    + (line.isEmpty() ? "take the line out by hand" : "write by hand: " + line)));
            Settings.of(file.toString(), after);
            return after;
        });
    }

    private static String list(String wanted) {
        return List.of(wanted.split(",", -1)).stream()
                .map(word -> quoted(word.strip()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "''") + "'";
    }
}
