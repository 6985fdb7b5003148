package stretch.cli;

import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Catalogue;
import stretch.history.History;
import stretch.history.SessionRow;
import stretch.session.Plan;
import stretch.session.Result;
import stretch.session.Session;
import stretch.session.Step;
import stretch.session.WrittenPlan;

/** Goes on with a session that broke off. */
final class ResumeCommand implements Callable<Integer> {
    private final Desk desk;
    private final Performance performance;

    ResumeCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Goes on with the last stopped or interrupted session where it broke off, as the same session.");
        performance = new Performance(takes);
    }

    @Override
    public Integer call() {
        var settings = desk.settings();
        try (History history = desk.existingRecord().orElseThrow(ResumeCommand::nothing)) {
            var unfinished = history.unfinished().orElseThrow(ResumeCommand::nothing);
            var row = unfinished.session();
            var plan = plan(desk.catalogue(), unfinished);
            var spent = new TreeMap<Integer, Result>();
            var done = new HashSet<Integer>();
            for (var step : history.steps(row.id())) {
                planned(plan, step.step())
                        .ifPresent(
                                of -> spent.put(step.step(), new Result(of, step.done(), step.held(), step.outcome())));
                done.add(step.step());
            }
            unfinished.brokenOff().ifPresent(done::remove);
            var rest = plan.without(done);
            if (rest.steps().isEmpty()) {
                throw nothing();
            }
            var now = ZonedDateTime.now(desk.world().clock());
            try (var keyboard = performance.keyboard(desk).orElse(null)) {
                return performance.lead(
                        desk,
                        keyboard,
                        settings,
                        rest,
                        Session.resume(rest, spent),
                        Optional.of(new Performance.Log(row.id(), history.resume(row, now))),
                        () -> Farewell.lines(desk, history, plan.routine()),
                        1);
            }
        }
    }

    private static Plan plan(Catalogue catalogue, History.Unfinished unfinished) {
        var row = unfinished.session();
        return Optional.ofNullable(catalogue.routines().get(row.routine()))
                .flatMap(routine -> Plan.of(catalogue, routine, written(unfinished)))
                .orElseThrow(() -> cannotGoOn(
                        row, "routine '" + row.routine() + "' or an exercise of it is no longer in the catalogue"));
    }

    private static WrittenPlan written(History.Unfinished unfinished) {
        try {
            return WrittenPlan.parse(unfinished.plan());
        } catch (IllegalArgumentException e) {
            throw cannotGoOn(unfinished.session(), String.valueOf(e.getMessage()));
        }
    }

    private static Failure cannotGoOn(SessionRow row, String why) {
        return new Failure(
                Exit.UNUSABLE,
                "session " + row.id().substring(0, 8) + " cannot go on: " + why + "; begin anew with 'stretch run'");
    }

    private static Optional<Step> planned(Plan plan, int number) {
        return plan.steps().stream().filter(step -> step.number() == number).findFirst();
    }

    private static Failure nothing() {
        return new Failure(
                Exit.USAGE,
                "there is nothing to resume: no session was stopped or interrupted; try 'stretch run daily'");
    }
}
