package stretch.cli;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import stretch.history.Recording;
import stretch.history.StepRow;
import stretch.session.Effect;
import stretch.session.Outlet;

/** Puts a session on record as it goes: each step when it ends, before anybody is told. */
final class Journal implements Outlet {
    private final Recording recording;
    private final Clock clock;
    private OffsetDateTime started;

    Journal(Recording recording, Clock clock) {
        this.recording = recording;
        this.clock = clock;
        this.started = OffsetDateTime.now(clock);
    }

    /** A step that is skipped before its work begins is stamped with when it was called. */
    @Override
    public void ready(Effect.Ready effect) {
        started = OffsetDateTime.now(clock);
    }

    @Override
    public void start(Effect.Start effect) {
        started = OffsetDateTime.now(clock);
    }

    @Override
    public void save(Effect.Save effect) {
        var result = effect.result();
        var step = result.step();
        recording.save(new StepRow(
                step.number(),
                step.exercise().id(),
                step.side(),
                step.kind(),
                step.target(),
                result.done(),
                result.held(),
                result.outcome(),
                started));
    }

    @Override
    public void replanned(Effect.Replanned effect) {
        recording.plan(effect.plan().written(), effect.plan().total());
    }

    @Override
    public void end(Effect.End effect) {
        effect.brokenOff().ifPresent(recording::brokeOff);
        recording.end(effect.outcome(), OffsetDateTime.now(clock), effect.active(), OptionalInt.empty());
    }
}
