package stretch.cli.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.config.Setting;
import stretch.config.Settings;
import stretch.history.sync.SyncFolder;
import stretch.json.JsonObject;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.text.DidYouMean;
import stretch.text.TerminalSafe;
import stretch.yaml.Node;
import stretch.yaml.YamlEditor;

/** Shows or sets a setting. */
public final class ConfigCommand extends Command {
    /** What YAML takes for plain text wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9,./-]*(:[A-Za-z0-9,./-]+)*");

    private final OptionValue<String> key = options.optional("KEY", "a setting; all are shown if it is left out");
    private final OptionValue<String> value = options.optional("VALUE", "its new value");
    private final OptionValue<String> unset = options.option("--unset", "KEY", "remove a setting");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public ConfigCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Shows your settings, or sets one in config.yaml.");
        options.example("stretch config", "every setting and its values");
        options.example("stretch config avoid kneeling,floor", "sets one");
        options.example("stretch config --unset avoid", "removes it again");
    }

    @Override
    public Integer call() {
        var file = context.paths().settingsPath();
        if (unset.isGiven()) {
            UserError.usageIf(key.isGiven(), "--unset takes one key and no value; write 'stretch config --unset KEY'");
            unset(file, setting(unset.get()));
        } else if (key.isGiven() && value.isGiven()) {
            change(file, setting(key.get()), value.get().strip());
        }
        if (json.get() || (!unset.isGiven() && !value.isGiven())) {
            show(file, unset.optional().or(key::optional).map(ConfigCommand::setting));
        }
        return 0;
    }

    private static Setting<?> setting(String key) {
        UserError.usageIf(key.equals(Settings.GOALS), "'stretch goal' shows and sets the goals; write 'stretch goal'");
        return Setting.named(key)
                .orElseThrow(() -> UserError.usage("there is no setting '" + key + "'; "
                        + DidYouMean.advice(Setting.keys(), key, "'stretch config' lists them")));
    }

    private void show(Path file, Optional<? extends Setting<?>> one) {
        var bytes = context.paths().settingsFile().map(CatalogueFile::bytes);
        bytes.ifPresent(content -> Settings.of(file.toString(), content));
        var editor = new YamlEditor(file.toString(), bytes.orElse(new byte[0]));
        Function<Setting<?>, Optional<String>> given =
                setting -> editor.value(setting.key()).map(ConfigCommand::words);
        var printer = context.printer();
        if (one.isPresent()) {
            var setting = one.get();
            if (json.get()) {
                printer.json(toJson(setting, given.apply(setting)));
            } else {
                var value = given.apply(setting).orElse(setting.defaultText());
                if (value.isEmpty()) {
                    context.notice(setting.key() + " is not set; default: " + setting.describedDefault());
                } else {
                    printer.line(value);
                }
            }
        } else if (json.get()) {
            printer.json(new JsonObject()
                    .put("file", file.toString())
                    .put("settings", Setting.ALL, setting -> toJson(setting, given.apply(setting))));
        } else {
            printer.line(file + (bytes.isEmpty() ? " (does not exist yet)" : ""));
            printer.blankLine();
            Setting.ALL.forEach(setting -> printer.hanging(
                    String.format("  %-15s", setting.key()),
                    given.apply(setting)
                                    .map(words -> words + " (file)")
                                    .orElseGet(() -> defaultText(setting) + " (default)")
                            + "; values: " + setting.allowed()));
            printer.hanging(String.format("  %-15s", Settings.GOALS), "see 'stretch goal'");
        }
    }

    private static String defaultText(Setting<?> setting) {
        return setting.defaultText().isEmpty() ? setting.describedDefault() : setting.defaultText();
    }

    private static JsonObject toJson(Setting<?> setting, Optional<String> given) {
        return new JsonObject()
                .put("key", setting.key())
                .put("value", given.orElse(setting.defaultText()))
                .put("from", given.isPresent() ? "file" : "default")
                .put("may_be", setting.allowed());
    }

    private static String words(Node node) {
        return node instanceof Node.Sequence list
                ? list.items().stream().map(ConfigCommand::words).collect(Collectors.joining(","))
                : node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    /** Words are written as they are listed; {@code none} for what is open stands for its default. */
    private void change(Path file, Setting<?> setting, String wanted) {
        if (wanted.equalsIgnoreCase("none") && setting.defaultText().isEmpty()) {
            unset(file, setting);
        } else {
            set(file, setting, setting.words().isEmpty() ? wanted : wanted.toLowerCase(Locale.ROOT));
        }
    }

    private void set(Path file, Setting<?> setting, String wanted) {
        var written = setting.isList() ? list(wanted) : quoted(wanted);
        check(setting, wanted);
        context.editor(file).set(setting.key(), before -> Optional.of(written));
        context.notice(setting.key() + " is now " + wanted + " (" + file + ")");
    }

    private void check(Setting<?> setting, String wanted) {
        wanted.codePoints().filter(ConfigCommand::isUnwritable).findFirst().ifPresent(sign -> {
            throw UserError.usage("'" + setting.key() + "': '" + TerminalSafe.line(wanted) + "' holds the character "
                    + String.format(Locale.ROOT, "U+%04X", sign) + ", which a setting cannot; write it without");
        });
        try {
            var unused = setting.reader().apply(wanted);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("'" + setting.key() + "': " + e.getMessage());
        }
        if (setting.equals(Setting.SYNC)) {
            var unused = SyncFolder.isThere(context.paths().expanded(wanted));
        }
        if (setting.equals(Setting.AVOID)) {
            var catalogue = context.catalogueOfFiles();
            Setting.AVOID.reader().apply(wanted).forEach(word -> ArgumentParsers.avoidable(catalogue, word));
        }
    }

    /** Line ends, other control characters, and what stands for bytes that are no text. */
    private static boolean isUnwritable(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> sign == 0xFEFF || (sign & 0xFFFE) == 0xFFFE || sign == 0xFFFD;
        };
    }

    private void unset(Path file, Setting<?> setting) {
        boolean there = FileKind.exists(file)
                && new YamlEditor(file.toString(), CatalogueFile.bytes(file))
                        .value(setting.key())
                        .isPresent();
        if (!there) {
            context.notice(setting.key() + " is not set; nothing to do");
            return;
        }
        context.editor(file).set(setting.key(), before -> Optional.empty());
        context.notice(setting.key() + " is no longer set (" + file + ")");
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
