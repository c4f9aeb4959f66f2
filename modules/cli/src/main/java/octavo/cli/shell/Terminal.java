package octavo.cli.shell;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// The world around a command: its two streams and its environment.
///
/// @param out where data goes
/// @param err where words go
/// @param environment the variables, by name
/// @param live whether someone watches `err` while it is written, so that progress makes sense
public record Terminal(PrintStream out, PrintStream err, Map<String, String> environment, boolean live) {
    /// Clears a line that progress was shown on.
    private static final String CLEAR_LINE = "\r\u001b[K";

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /// A variable's value, empty where it is not set or blank.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// Whether colours are welcome: see no-color.org.
    public boolean colour() {
        return live && variable("NO_COLOR").isEmpty() && !variable("TERM").equals(Optional.of("dumb"));
    }

    /// Shows how far a run is, in place of what it showed before.
    public void progress(String words) {
        if (live) {
            err.print(CLEAR_LINE + words);
            err.flush();
        }
    }

    /// Takes progress off the screen.
    public void progressDone() {
        if (live) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
