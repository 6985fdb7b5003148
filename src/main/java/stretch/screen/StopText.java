package stretch.screen;

import java.util.ArrayList;
import java.util.List;
import stretch.catalogue.Cautions;
import stretch.session.Session;
import stretch.session.script.Cue;

/** What the screen says of a session that hurt, by how much room there is. */
record StopText(Session session) {
    private static final String CAUTIONS = "stretch cautions";

    private static final String URGENT = "URGENT: ";

    /** What may be said of "stop", the fullest first; the urgent signs, which each are whole or not there, go last. */
    List<List<String>> all() {
        var all = session.stageScript().cues().stream().map(Cue::text).toList();
        int signs = cautions().urgent().size();
        var keys = session.plan().alternative(session.step()).isPresent()
                ? "Then press W for a gentler one, S to leave it out."
                : all.get(1);
        var where = "All signs: " + CAUTIONS;
        var stops = new ArrayList<>(List.of(
                all,
                List.of(all.get(0) + " " + all.get(1), urgent(signs), where),
                List.of(all.get(0) + " " + keys, urgent(signs), where),
                List.of(all.get(0) + " " + keys, urgent(signs) + " See " + CAUTIONS + ".")));
        for (int number = signs; number > 0; number--) {
            stops.add(List.of(all.get(0), urgent(number), where));
        }
        for (int number = signs; number > 0; number--) {
            stops.add(List.of(urgent(number), CAUTIONS));
        }
        stops.add(List.of(URGENT + CAUTIONS));
        return stops;
    }

    private String urgent(int number) {
        return URGENT + cautions().urgent(number);
    }

    private Cautions cautions() {
        return session.plan().catalogue().cautions();
    }
}
