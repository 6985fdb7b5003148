package stretch.coaching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import stretch.catalogue.Outcome;
import stretch.history.transfer.export.Export;
import stretch.json.Json;
import stretch.json.JsonObject;
import stretch.os.DaemonThread;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;
import stretch.session.Effect.SavedStep;
import stretch.session.plan.Plan;

/**
 * Runs the user's own programs when a session starts, when a step is over and when the session ends.
 *
 * <p>Each runs on a thread of its own, and the session never waits for one. What went wrong is told at the end.
 */
public final class Hooks implements EffectHandler {
    /** The names of the programs, in the folder of hooks. */
    public static final List<String> NAMES = List.of("session-start", "step-done", "session-end");

    /** How long one may run. Our choice. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long the end of a session that was cut waits for them: less than whoever cut it does. Our choice. */
    private static final Duration HURRY = Duration.ofSeconds(2);

    private final ProcessRunner processes;
    private final Path folder;
    private final Clock clock;
    private final Plan plan;
    private final String session;
    private final Consumer<String> report;

    /** What goes wrong, by the program: a clause, and how often. */
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    private final ConcurrentLinkedQueue<Thread> running = new ConcurrentLinkedQueue<>();
    private boolean started;
    private boolean isCut = true;

    private record Fault(String why, int times) {}

    /**
     * The hooks of a session.
     *
     * @param folder need not be there
     * @param session its id
     * @param report takes a line for each program that failed, when the session is over
     */
    public Hooks(
            ProcessRunner processes, Path folder, Clock clock, Plan plan, String session, Consumer<String> report) {
        this.processes = processes;
        this.folder = folder;
        this.clock = clock;
        this.plan = plan;
        this.session = session;
        this.report = report;
    }

    /** The first call comes after the first frame. */
    @Override
    public boolean tick() {
        start();
        return false;
    }

    private void start() {
        if (!started) {
            started = true;
            run("session-start", event().put("steps", plan.stepCount()));
        }
    }

    @Override
    public void stepFinished(SavedStep saved) {
        start();
        var result = saved.save().result();
        var step = result.step();
        run(
                "step-done",
                event().put("step", step.number())
                        .put("steps", saved.save().progress().steps())
                        .put("exercise", step.exercise().id())
                        .put("side", step.side().id())
                        .put("kind", step.kind().id())
                        .put("planned", step.target())
                        .put("done", result.done())
                        .put("unit", step.kind().unit())
                        .put("seconds", result.held())
                        .put("outcome", result.outcome().id())
                        .put("set", step.setNumber())
                        .put("load", step.set().load()));
    }

    @Override
    public void sessionEnded(Effect.SessionEnded ended) {
        start();
        isCut = ended.outcome() == Outcome.INTERRUPTED;
        run(
                "session-end",
                event().put("outcome", ended.outcome().id())
                        .put("steps_done", ended.stepsDone())
                        .put("steps", ended.steps())
                        .put("active_seconds", ended.active()));
    }

    private JsonObject event() {
        return new JsonObject()
                .put("session", session)
                .put("routine", plan.routine().id())
                .put("at", Export.stamp(OffsetDateTime.now(clock)));
    }

    private void run(String name, JsonObject event) {
        var program = folder.resolve(name);
        try {
            if (!FileKind.exists(program)) {
                return;
            }
        } catch (UserError e) {
            // Nobody can tell which there are.
            failed("", "may not be entered, so none in it is run; check who owns it");
            return;
        }
        var text = Json.text(new JsonObject().put("event", name).putAll(event)) + "\n";
        running.add(DaemonThread.start("hook", () -> run(name, program, text)));
    }

    private void run(String name, Path program, String text) {
        var distrust = ProcessRunner.distrust(program);
        if (distrust.isPresent()) {
            failed(name, distrust.get());
            return;
        }
        try (var child = processes.startFed(List.of(program.toAbsolutePath().toString()))) {
            try (var to = child.process().getOutputStream()) {
                to.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It does not want to know.
            }
            if (!child.ends(PATIENCE.toMillis())) {
                failed(
                        name,
                        "ran for longer than " + PATIENCE.toSeconds() + " s and was ended; let it do its work in"
                                + " the background");
            } else if (child.process().exitValue() != 0) {
                failed(name, "ended with code " + child.process().exitValue() + "; see if it runs by hand");
            }
        } catch (IOException e) {
            failed(name, "cannot be started; begin it with a line such as #!/bin/sh");
        } catch (InterruptedException e) {
            failed(name, "was ended with the session");
        }
    }

    private void failed(String name, String why) {
        synchronized (faults) {
            faults.merge(name, new Fault(why, 1), (first, again) -> new Fault(first.why(), first.times() + 1));
        }
    }

    /** Lets them come to an end, and tells what failed. */
    @Override
    public void shutDown() {
        try {
            for (var thread : running) {
                thread.join((isCut ? HURRY : PATIENCE.plus(HURRY)).toMillis());
                thread.interrupt();
                thread.join(HURRY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (faults) {
            faults.forEach((name, fault) -> report.accept("hook " + folder.resolve(name) + ": " + fault.why()
                    + (fault.times() > 1 ? " (" + fault.times() + " times)" : "")));
        }
    }
}
