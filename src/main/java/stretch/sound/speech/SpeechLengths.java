package stretch.sound.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import stretch.os.AtomicFile;
import stretch.os.InputFile;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.session.plan.Plan;
import stretch.session.plan.SpeechTiming;
import stretch.session.script.Script;
import stretch.text.Numbers;

/**
 * How long a speaker takes for each utterance: measured once, by rendering it to a file, and kept in the cache folder.
 *
 * @param folder the cache folder, which need not be there
 */
public record SpeechLengths(Speaker speaker, ProcessRunner processes, Path folder) {
    /** So long a session waits for its words to be measured; what is not measured by then is estimated. Our choice. */
    public static final Duration PATIENCE = Duration.ofMillis(500);

    /** Some routines have a hundred utterances; a file that has grown beyond this begins anew. */
    private static final int MOST = 5_000;

    /** Stands at the end of the file: without it a part of it is missing. */
    private static final String END = "end";

    private static final int THREADS = 4;

    /** Words at this rate are over at once, so that nothing is left out of a script for want of room. */
    private static final SpeechTiming INSTANT = SpeechTiming.speaking(60_000);

    /**
     * A plan whose words take as long as this speaker takes to say them.
     *
     * @param patience how long to measure those that are not known yet
     */
    public Plan timed(Plan plan, Duration patience) {
        var texts = Script.utterances(plan.withTiming(speaker.estimate()));
        // Nor does a word stay unmeasured because its estimate found no room.
        texts.addAll(Script.utterances(plan.withTiming(INSTANT)));
        var lengths = of(texts, patience);
        if (lengths.size() == texts.size()) {
            // "About five minutes" may be four by now.
            var changed = Script.utterances(plan.withTiming(speaker.estimate().with(lengths)));
            changed.removeAll(lengths.keySet());
            if (!changed.isEmpty()) {
                lengths.putAll(of(changed, patience));
            }
        }
        return plan.withTiming(speaker.estimate().with(lengths));
    }

    /**
     * The lengths of utterances, as far as they are known or can be measured in time.
     *
     * @throws UserError if the speaker has no such voice
     */
    public Map<String, Duration> of(Collection<String> texts, Duration patience) {
        if (!speaker.canWrite()) {
            return new TreeMap<>();
        }
        var known = read();
        var unknown = texts.stream().filter(text -> !known.containsKey(text)).toList();
        if (!unknown.isEmpty()) {
            var measured = measure(unknown, patience);
            known.putAll(measured);
            if (!measured.isEmpty()) {
                keep(known.size() > MOST ? measured : known);
            }
        }
        known.keySet().retainAll(texts);
        return known;
    }

    /** Each program and each voice has a file of its own. */
    Path cacheFile() {
        var name = speaker.program() + " " + speaker.voice();
        return folder.resolve("speech-1").resolve(Integer.toHexString(name.hashCode()));
    }

    /** What the lengths hang on: another program, or another build of it, speaks otherwise. */
    private String head() throws IOException {
        return String.join(
                " ",
                speaker.program().toString(),
                Files.getLastModifiedTime(speaker.program()).toString(),
                Long.toString(Files.size(speaker.program())),
                speaker.voice().toString());
    }

    /** What is kept; nothing of a file that is not as we wrote it. */
    private Map<String, Duration> read() {
        try {
            var lines = new String(InputFile.kept(cacheFile()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int last = lines.size() - 1;
            if (last > 0 && lines.get(0).equals(head()) && lines.get(last).equals(END)) {
                var known = new TreeMap<String, Duration>();
                for (var line : lines.subList(1, last)) {
                    int space = line.indexOf(' ');
                    var millis = Numbers.parse(line.substring(0, Math.max(0, space)));
                    if (millis.isEmpty()) {
                        return new TreeMap<>();
                    }
                    known.put(line.substring(space + 1), Duration.ofMillis(millis.getAsInt()));
                }
                return known;
            }
        } catch (IOException e) {
            // Not there: measured again.
        }
        return new TreeMap<>();
    }

    private void keep(Map<String, Duration> known) {
        var lines = new ArrayList<String>();
        try {
            lines.add(head());
            known.forEach((text, length) -> {
                if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
                    lines.add(length.toMillis() + " " + text);
                }
            });
            lines.add(END + "\n");
            var file = cacheFile();
            AtomicFile.makeFolder(Objects.requireNonNull(file.getParent()));
            AtomicFile.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Then they are measured again.
        }
    }

    private Map<String, Duration> measure(List<String> texts, Duration patience) {
        var measured = new TreeMap<String, Duration>();
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            AtomicFile.makeFolder(folder);
            var files = Files.createTempDirectory(folder, "speech");
            try {
                var tasks = new ArrayList<Callable<Duration>>();
                for (int i = 0; i < texts.size(); i++) {
                    var text = texts.get(i);
                    var file = files.resolve(i + ".wav");
                    tasks.add(() -> length(text, file));
                }
                var lengths = threads.invokeAll(tasks, patience.toMillis(), TimeUnit.MILLISECONDS);
                for (int i = 0; i < texts.size(); i++) {
                    var text = texts.get(i);
                    result(lengths.get(i)).ifPresent(length -> measured.put(text, length));
                }
            } finally {
                threads.shutdownNow();
                // Those that came too late take their files away before they end.
                var unused = threads.awaitTermination(1, TimeUnit.SECONDS);
                Files.deleteIfExists(files);
            }
        } catch (IOException e) {
            // No place for the files: estimates have to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return measured;
    }

    private Duration length(String text, Path file) throws IOException {
        try {
            // In whole milliseconds, as they are kept: a session is the same the first time and ever after.
            return speaker.write(processes, text, file).length().truncatedTo(ChronoUnit.MILLIS);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Nothing of what came too late or failed: the session says what is wrong when it is to be heard. */
    private Optional<Duration> result(Future<Duration> length) throws InterruptedException {
        try {
            return Optional.of(length.get());
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (speaker.voice().name().isPresent()) {
                throw speaker.noSuchVoice();
            }
            return Optional.empty();
        }
    }
}
