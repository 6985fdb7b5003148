package stretch.sound.speech;

import java.io.IOException;
import java.util.List;
import stretch.os.process.ChildProcess;

/** Starts programs that make sounds; what they print as results goes nowhere. */
@FunctionalInterface
public interface ProcessStarter {
    /**
     * Starts one.
     *
     * @param command the full path of the program, then its arguments
     */
    ChildProcess start(List<String> command) throws IOException;
}
