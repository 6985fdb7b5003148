package stretch.cli.practise;

import java.time.Duration;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.session.plan.Tempo;
import stretch.session.plan.WrittenPlan;

/** The options for how fast a session goes, whatever is practised in it. */
record PaceOptions(OptionValue<Duration> prepare, OptionValue<Duration> change, OptionValue<Tempo> tempo) {
    PaceOptions(CommandSpecBuilder options) {
        this(
                options.group("Pace")
                        .option(
                                "--prepare",
                                "TIME",
                                "time before each exercise (default: the setting prepare, or as long as the words and the way into it take)",
                                Duration.class,
                                ArgumentParsers::waiting),
                options.option(
                        "--switch",
                        "TIME",
                        "time to change sides (default: the setting switch, or likewise)",
                        Duration.class,
                        ArgumentParsers::waiting),
                options.option(
                        "--pace",
                        "slow|normal|fast",
                        "how fast reps and breaths go (default: the setting pace, or normal)",
                        Tempo.class));
    }

    /** A plan that was begun already, as fast as these options have it, else as it was. */
    WrittenPlan of(WrittenPlan plan) {
        return plan.paced(prepare.optional(), change.optional(), tempo.optional());
    }
}
