package stretch.session.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Outcome;
import stretch.os.ExitCode;
import stretch.os.LoopClock;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionRules;
import stretch.session.SessionScript;
import stretch.session.UnrecordedSteps;
import stretch.session.plan.Plan;

class SessionLoopTest {
    /** A clock moved by hand: waiting takes as long as asked, and now and then longer. */
    private static final class ManualLoopClock implements LoopClock {
        private long nanos = 5_000_000_000L;
        private long wall = 1_000_000;

        /** How much sooner each wait ends, as when a key wakes it. */
        private long early;

        private final Deque<Long> gaps = new ArrayDeque<>();
        private final List<Long> deadlines = new ArrayList<>();
        private final Map<Integer, Long> wallGaps = new TreeMap<>();

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public long wallMillis() {
            return wall;
        }

        @Override
        public void await(long deadline) {
            deadlines.add(deadline);
            long before = nanos;
            nanos = Math.max(nanos + Math.min(1_000_000, early), deadline - early)
                    + Optional.ofNullable(gaps.poll()).orElse(0L);
            wall += (nanos - before) / 1_000_000 + wallGaps.getOrDefault(deadlines.size(), 0L);
        }
    }

    /** A console that presses what the test says, when it says so. */
    private static class ScriptedConsole implements Console {
        private final Map<Integer, Event> presses = new TreeMap<>();
        private final boolean keys;
        private final SessionScript.EffectNotes notes = new SessionScript.EffectNotes();
        private int polls;

        ScriptedConsole(boolean keys) {
            this.keys = keys;
        }

        @Override
        public Optional<Event> poll() {
            return Optional.ofNullable(presses.remove(polls++));
        }

        @Override
        public void show(Session session) {}

        @Override
        public void notice(String text) {}

        @Override
        public boolean hasKeys() {
            return keys;
        }

        @Override
        public void pause(Effect.Pause effect) {
            notes.pause(effect);
        }

        @Override
        public void close() {}
    }

    private final ManualLoopClock clock = new ManualLoopClock();
    private final Plan plan = SamplePlans.plan(SamplePlans.exercise("calf", SamplePlans.hold(60)));

    private Session lead(ScriptedConsole console, int speed) {
        return new SessionLoop(clock, console, new UnrecordedSteps(), List.of(console), speed)
                .run(SessionRules.begin(plan));
    }

    @Test
    void a_minute_takes_a_minute_however_late_each_tick_is() {
        // A relative sleep would add these up to more than a second; what passed is counted from the clock.
        for (int i = 0; i < 620; i++) {
            clock.gaps.add(3_000_000L);
        }
        long start = clock.nanos;
        var ended = lead(new ScriptedConsole(true), 1);
        assertThat(ended.active()).isEqualTo(Duration.ofSeconds(60));
        assertThat(Duration.ofNanos(clock.nanos - start)).isBetween(Duration.ofSeconds(63), Duration.ofMillis(63_010));
    }

    @Test
    void between_what_happens_it_wakes_once_a_second() {
        lead(new ScriptedConsole(true), 1);
        // 63 seconds, and some fifteen moments of the script that fall between them.
        assertThat(clock.deadlines).hasSizeLessThan(80);
    }

    @Test
    void it_wakes_when_the_picture_changes() {
        var console = new ScriptedConsole(true) {
            @Override
            public long unchanged(Session session) {
                return 200_000_000L;
            }
        };
        lead(console, 1);
        assertThat(clock.deadlines).hasSizeBetween(63 * 5, 63 * 5 + 20);
    }

    @Test
    void strokes_keep_their_distance_when_a_key_comes_between_them() {
        var strokes = new ArrayList<Long>();
        var bell = new EffectHandler() {
            @Override
            public boolean tick() {
                strokes.add(clock.nanos);
                return strokes.size() < 50;
            }
        };
        clock.early = 30_000_000L;
        new SessionLoop(clock, new ScriptedConsole(true), new UnrecordedSteps(), List.of(bell), 1)
                .run(SessionRules.begin(plan));
        for (int i = 1; i < 50; i++) {
            assertThat(strokes.get(i) - strokes.get(i - 1)).isBetween(100_000_000L, 140_000_000L);
        }
    }

    @Test
    void a_stopped_process_pauses_and_counts_nothing_of_the_gap() {
        for (int i = 0; i < 50; i++) {
            clock.gaps.add(0L);
        }
        clock.gaps.add(60_000_000_000L);
        var console = new ScriptedConsole(true);
        console.presses.put(400, new Event.KeyPressed(Key.PAUSE));
        var ended = lead(console, 1);
        assertThat(console.notes.lines).containsExactly("pause", "go on");
        assertThat(ended.active()).isEqualTo(Duration.ofSeconds(60));
        assertThat(ended.ending().map(Session.Ending::outcome)).contains(Outcome.COMPLETED);
    }

    @Test
    void a_suspended_machine_shows_in_the_wall_clock_alone() {
        clock.wallGaps.put(50, 3_600_000L);
        var console = new ScriptedConsole(true);
        console.presses.put(400, new Event.KeyPressed(Key.PAUSE));
        lead(console, 1);
        assertThat(console.notes.lines).containsExactly("pause", "go on");
    }

    @Test
    void without_keys_it_goes_on_by_itself_after_a_gap() {
        clock.wallGaps.put(50, 3_600_000L);
        var console = new ScriptedConsole(false);
        var ended = lead(console, 1);
        assertThat(console.notes.lines).containsExactly("pause", "go on");
        assertThat(ended.ending().map(Session.Ending::outcome)).contains(Outcome.COMPLETED);
    }

    @Test
    void a_terminal_that_is_gone_ends_it_however_often_it_says_so() {
        var console = new ScriptedConsole(true) {
            @Override
            public Optional<Event> poll() {
                return Optional.of(new Event.Interrupted(ExitCode.HANGUP));
            }
        };
        assertThat(lead(console, 1).ending().map(Session.Ending::outcome)).contains(Outcome.INTERRUPTED);
    }

    @Test
    void a_rehearsal_is_ten_times_as_fast() {
        long start = clock.nanos;
        lead(new ScriptedConsole(true), 10);
        assertThat(Duration.ofNanos(clock.nanos - start)).isEqualTo(Duration.ofMillis(6_300));
    }

    @Test
    void what_still_has_to_ring_rings_after_the_end() {
        var left = new ArrayDeque<>(List.of(true, true, true, false));
        var outlet = new EffectHandler() {
            private boolean over;

            @Override
            public void sessionEnded(Effect.SessionEnded effect) {
                over = true;
            }

            @Override
            public boolean tick() {
                return over && !left.isEmpty() && left.poll();
            }
        };
        new SessionLoop(clock, new ScriptedConsole(true), new UnrecordedSteps(), List.of(outlet), 10)
                .run(SessionRules.begin(plan));
        assertThat(left).isEmpty();
    }
}
