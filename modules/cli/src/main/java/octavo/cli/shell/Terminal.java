package octavo.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The world around a command: its streams and its environment.
///
/// @param in what somebody at the terminal types; empty where nobody is there to be asked
/// @param out where data goes
/// @param err where words go
/// @param environment the variables, by name
/// @param live whether someone watches `err` while it is written, so that progress makes sense
public record Terminal(
        Optional<InputStream> in, PrintStream out, PrintStream err, Map<String, String> environment, boolean live) {
    /// Clears a line that progress was shown on.
    private static final String CLEAR_LINE = "\r\u001b[K";

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /// Asks whether to go on, and waits for the answer. Only a plain yes is one.
    ///
    /// @throws WrongUsage where nobody is there to answer
    public boolean confirmed(String question) {
        InputStream typed = in.orElseThrow(() ->
                new WrongUsage("nobody is at the terminal to be asked “" + question + "”; --yes answers beforehand"));
        progressDone();
        err.print(question + " [y/N] ");
        err.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(typed, StandardCharsets.UTF_8)).readLine();
            return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal is gone", e);
        }
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
