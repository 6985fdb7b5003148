package stretch.session.plan;

import java.time.Duration;
import stretch.catalogue.exercise.Pace;
import stretch.text.Named;

/** How fast repetitions and breaths go, against the catalogue's own pace. The factors are our choice. */
public enum Tempo implements Named {
    SLOW(150),
    NORMAL(100),
    FAST(75);

    private final int percent;

    Tempo(int percent) {
        this.percent = percent;
    }

    /** The pace, every phase of it so much longer or shorter. */
    Pace of(Pace pace) {
        return new Pace(pace.phases().stream()
                .map(phase -> new Pace.Phase(
                        phase.name(),
                        Duration.ofMillis(phase.length().toMillis() * percent / 100),
                        phase.instruction()))
                .toList());
    }
}
