package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From cron, which knows nothing of the desktop, notifications reach an ordinary user's bus. */
@Tag("once")
class NotificationE2e {
    private static final String AS_USER = "setpriv --reuid=1001 --regid=1001 --clear-groups ";

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
        home.standIn("notify-send", "echo \"$DBUS_SESSION_BUS_ADDRESS $XDG_RUNTIME_DIR\" >~/bus");
        assumeThat(home.script("[ $(id -u) = 0 ] && unshare -m true && chown -R 1001:1001 .")
                        .code())
                .as("root can become somebody else")
                .isZero();
        assumeThat(home.script("for file in \"$stretch\" \"${stretch%/bin/*}/target/stretch.jar\" "
                                + "\"$JAVA_HOME/bin/java\"; do " + AS_USER + "test -r \"$file\" || exit; done")
                        .code())
                .as("somebody else can run what was built")
                .isZero();
    }

    /** Runs it as the user 1001, on a machine that has a bus of this owner for them. */
    private RunningProcess.Output remind(int owner) throws Exception {
        return home.script("exec unshare -m bash -c 'mount -t tmpfs none /run && mkdir -p /run/user/1001 && "
                + "touch /run/user/1001/bus && chown -R " + owner + " /run/user/1001 && chmod 755 /run/user/1001 && "
                + "exec " + AS_USER
                + "env -i HOME=\"$HOME\" PATH=\"$PATH\" JAVA_HOME=\"$JAVA_HOME\" STRETCH_NO_BUILD=1 "
                + "\"$stretch\" remind --notify'");
    }

    private String bus() throws Exception {
        return Files.readString(home.folder().resolve("bus")).strip();
    }

    @Test
    void to_the_bus_of_the_user() throws Exception {
        assertThat(remind(1001)).isEqualTo(new RunningProcess.Output("", "", 0));
        assertThat(bus()).isEqualTo("unix:path=/run/user/1001/bus /run/user/1001");
    }

    @Test
    void never_to_a_bus_of_somebody_else() throws Exception {
        remind(0);
        assertThat(bus()).isEmpty();
    }
}
