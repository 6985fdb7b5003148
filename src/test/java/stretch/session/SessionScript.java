package stretch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stretch.os.ExitCode;
import stretch.session.Effect.EffectHandler;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.text.Durations;

/** Plays a session as a script: events in, and what it asked for out, a line each. */
public final class SessionScript {
    private final EffectNotes notes = new EffectNotes();
    private Session session;

    private SessionScript(Plan plan) {
        session = take(SessionRules.begin(plan));
    }

    public static SessionScript of(Plan plan) {
        return new SessionScript(plan);
    }

    public SessionScript timePasses(String length) {
        return on(new Event.TimePassed(Durations.parse(length, Duration.ZERO)));
    }

    public SessionScript keysPressed(Key... keys) {
        for (var key : keys) {
            on(new Event.KeyPressed(key));
        }
        return this;
    }

    SessionScript systemSuspended() {
        return on(new Event.SystemSuspended());
    }

    public SessionScript interrupted(ExitCode exitCode) {
        return on(new Event.Interrupted(exitCode));
    }

    public SessionScript on(Event event) {
        session = take(SessionRules.on(session, event));
        return this;
    }

    /** Everything asked for since the last look. */
    SessionScript expect(String... lines) {
        assertThat(notes.lines).containsExactly(lines);
        notes.lines.clear();
        return this;
    }

    /** Forgets what was asked for so far. */
    SessionScript quietly() {
        notes.lines.clear();
        notes.said.clear();
        return this;
    }

    /** Every word since the last look, behind its stage. */
    SessionScript expectSaid(String... words) {
        assertThat(notes.said).containsExactly(words);
        notes.said.clear();
        return this;
    }

    /** Every word since the last look. */
    List<String> said() {
        return List.copyOf(notes.said);
    }

    public Session session() {
        return session;
    }

    private Session take(Transition transition) {
        transition.effects().forEach(notes::take);
        return transition.session();
    }

    /** Effects as lines, such as {@code save 1 right: done 5, 5 s}. */
    public static final class EffectNotes implements EffectHandler {
        public final List<String> lines = new ArrayList<>();

        /** The words of the script, apart from the rest, which they would drown. */
        final List<String> said = new ArrayList<>();

        void take(Effect effect) {
            if (effect instanceof Effect.Save save) {
                lines.add("save " + words(save.result()));
                if (save.over()) {
                    lines.add("over " + words(save.result()));
                }
            } else if (effect instanceof Effect.Told told) {
                told.perform(this);
            }
        }

        private static String place(Step step) {
            return step.number() + " " + step.side().id();
        }

        @Override
        public void cued(Effect.Cued effect) {
            var cue = effect.cue();
            switch (cue.kind()) {
                case NAME, CHANGE_SIDES -> lines.add("ready " + place(effect.step()));
                case START -> lines.add("start " + place(effect.step()));
                case PHASE -> lines.add(cue.phase() + " " + cue.number() + " of " + effect.target());
                case HALF_WAY -> lines.add("half way");
                case ENOUGH -> lines.add("enough, or on to " + effect.target());
                default -> said.add(effect.stage().id() + ": " + cue.text());
            }
        }

        @Override
        public void cutShort() {
            said.add("(cut short)");
        }

        @Override
        public void replanned(Effect.Replanned effect) {
            lines.add("plan "
                    + effect.plan().steps().stream()
                            .map(step -> step.number() + " " + step.label())
                            .toList());
        }

        @Override
        public void mute(Effect.Mute effect) {
            lines.add(effect.on() ? "mute" : "sound");
        }

        private static String words(StepResult result) {
            return place(result.step()) + ": " + result.outcome().id() + " " + result.done() + ", "
                    + result.held().toMillis() / 1000.0 + " s";
        }

        @Override
        public void pause(Effect.Pause effect) {
            lines.add(effect.on() ? "pause" : "go on");
        }

        @Override
        public void sessionEnded(Effect.SessionEnded effect) {
            lines.add("end " + effect.outcome().id() + ", " + effect.active().toSeconds() + " s, " + effect.stepsDone()
                    + " done");
        }
    }
}
