package stretch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stretch.Exit;
import stretch.text.Durations;

/** Plays a session as a script: events in, and what it asked for out, a line each. */
final class Script {
    private final Notes notes = new Notes();
    private Session session;

    private Script(Plan plan) {
        session = take(Session.begin(plan));
    }

    static Script of(Plan plan) {
        return new Script(plan);
    }

    Script pass(String length) {
        return on(new Event.Pass(Durations.parse(length, Duration.ZERO)));
    }

    Script press(Key... keys) {
        for (var key : keys) {
            on(new Event.Press(key));
        }
        return this;
    }

    Script slept() {
        return on(new Event.Slept());
    }

    Script cut(Exit exit) {
        return on(new Event.Cut(exit));
    }

    Script on(Event event) {
        session = take(session.on(event));
        return this;
    }

    /** Everything asked for since the last look. */
    Script expect(String... lines) {
        assertThat(notes.lines).containsExactly(lines);
        notes.lines.clear();
        return this;
    }

    /** Forgets what was asked for so far. */
    Script quietly() {
        notes.lines.clear();
        return this;
    }

    Session session() {
        return session;
    }

    private Session take(Next next) {
        next.effects().forEach(effect -> effect.perform(notes));
        return next.session();
    }

    /** Effects as lines, such as {@code save 1 right: done 5, 5 s}. */
    static final class Notes implements Outlet {
        final List<String> lines = new ArrayList<>();

        private static String place(Step step) {
            return step.number() + " " + step.side().id();
        }

        @Override
        public void ready(Effect.Ready effect) {
            lines.add("ready " + place(effect.step()));
        }

        @Override
        public void start(Effect.Start effect) {
            lines.add("start " + place(effect.step()));
        }

        @Override
        public void beat(Effect.Beat effect) {
            lines.add(effect.phase().name() + " " + effect.count() + " of " + effect.target());
        }

        @Override
        public void halfWay(Effect.HalfWay effect) {
            lines.add("half way");
        }

        @Override
        public void save(Effect.Save effect) {
            lines.add("save " + words(effect.result()));
        }

        @Override
        public void over(Effect.Over effect) {
            lines.add("over " + words(effect.result()));
        }

        private static String words(Result result) {
            return place(result.step()) + ": " + result.outcome().id() + " " + result.done() + ", "
                    + result.held().toMillis() / 1000.0 + " s";
        }

        @Override
        public void pause(Effect.Pause effect) {
            lines.add(effect.on() ? "pause" : "go on");
        }

        @Override
        public void end(Effect.End effect) {
            lines.add("end " + effect.outcome().id() + ", " + effect.active().toSeconds() + " s, " + effect.stepsDone()
                    + " done");
        }
    }
}
