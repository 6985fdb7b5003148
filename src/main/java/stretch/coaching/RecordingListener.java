package stretch.coaching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import stretch.history.SessionWriter;
import stretch.history.entry.StepRow;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.session.Effect;
import stretch.session.loop.Console;
import stretch.session.loop.StepRecorder;
import stretch.session.script.Stage;

/**
 * Puts a session on record as it goes: each step when it ends, before anybody is told of it.
 *
 * <p>When the disk is full or fails, the routine goes on. What could not be saved is tried again every few seconds, and
 * told as done only then.
 */
final class RecordingListener implements StepRecorder {
    /** Ticks between two tries: five seconds. */
    private static final int AGAIN = 50;

    private final SessionWriter writer;
    private final Clock clock;
    private final Console console;
    private final Deque<Unsaved> unsaved = new ArrayDeque<>();
    private final List<Effect.Save> saved = new ArrayList<>();
    private OffsetDateTime started;
    private int ticks;

    /** What is to be written, and for a step the effect that tells of it then. */
    private record Unsaved(Runnable write, Optional<Effect.Save> effect) {}

    RecordingListener(SessionWriter writer, Clock clock, Console console) {
        this.writer = writer;
        this.clock = clock;
        this.console = console;
        this.started = OffsetDateTime.now(clock);
    }

    /** A step that is skipped before its work begins is stamped with when it was called. */
    @Override
    public void cued(Effect.Cued effect) {
        switch (effect.cue().kind()) {
            case NAME, CHANGE_SIDES -> started = OffsetDateTime.now(clock);
            case START -> started = effect.stage() == Stage.WORK ? OffsetDateTime.now(clock) : started;
            default -> {}
        }
    }

    @Override
    public void save(Effect.Save effect) {
        var result = effect.result();
        var step = result.step();
        var row = new StepRow(
                step.number(),
                step.exercise().id(),
                step.side(),
                step.kind(),
                step.target(),
                result.done(),
                result.held(),
                result.outcome(),
                started,
                step.setNumber(),
                step.set().load());
        write(new Unsaved(() -> writer.save(row), Optional.of(effect)));
    }

    private void write(Unsaved next) {
        boolean first = unsaved.isEmpty();
        unsaved.add(next);
        try {
            saveAll();
        } catch (UserError e) {
            refuseOther(e);
            if (first) {
                // What has no room is cut, so what it means comes first.
                console.notice("not saved yet, but tried again while the session continues: " + e.getMessage());
            }
        }
    }

    private void saveAll() {
        while (!unsaved.isEmpty()) {
            unsaved.element().write().run();
            unsaved.remove().effect().filter(Effect.Save::over).ifPresent(saved::add);
        }
    }

    @Override
    public List<Effect.Save> saved() {
        var told = List.copyOf(saved);
        saved.clear();
        return told;
    }

    private static void refuseOther(UserError failure) {
        if (failure.exit() != ExitCode.IO && failure.exit() != ExitCode.BUSY) {
            throw failure;
        }
    }

    @Override
    public boolean tick() {
        if (!unsaved.isEmpty() && ++ticks % AGAIN == 0) {
            try {
                saveAll();
                console.notice("");
            } catch (UserError e) {
                refuseOther(e);
            }
        }
        return !unsaved.isEmpty();
    }

    @Override
    public void replanned(Effect.Replanned effect) {
        var plan = effect.plan();
        write(new Unsaved(() -> writer.plan(plan.toJson(), plan.stepCount()), Optional.empty()));
    }

    /** The last chance: what cannot be saved now is lost, and the user hears of it. */
    @Override
    public void sessionEnded(Effect.SessionEnded effect) {
        saveAll();
        effect.brokenOff().ifPresent(writer::brokeOff);
        writer.end(effect.outcome(), OffsetDateTime.now(clock), effect.active());
    }
}
