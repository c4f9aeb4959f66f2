package octavo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import octavo.cli.shell.Terminal;
import octavo.email.dkim.TxtLookup;

/// Runs the command line inside the test, and looks at what it left.
record Cli(int code, String out, String err) {
    static Cli run(Object... args) {
        return run(Map.of(), args);
    }

    static Cli run(Map<String, String> environment, Object... args) {
        return run(_ -> List.of(), environment, args);
    }

    /// With somebody at the terminal.
    ///
    /// @param typed what they type
    static Cli answered(String typed, Object... args) {
        return run(
                Optional.of(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))),
                _ -> List.of(),
                Map.of(),
                args);
    }

    /// @param dns what name servers would answer
    static Cli run(TxtLookup dns, Map<String, String> environment, Object... args) {
        return run(Optional.empty(), dns, environment, args);
    }

    private static Cli run(
            Optional<InputStream> typed, TxtLookup dns, Map<String, String> environment, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> variables = new HashMap<>(environment);
        variables.putIfAbsent("OCTAVO_CACHE", System.getProperty("java.io.tmpdir") + "/octavo-test-cache");
        Terminal terminal = new Terminal(typed, print(out), print(err), variables, false);
        int code = Main.run(
                terminal, dns, Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        terminal.out().flush();
        terminal.err().flush();
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Object[] all(List<?> first, List<?> second) {
        return Stream.concat(first.stream(), second.stream()).toArray();
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /// The names of all files below a folder, in order; hidden ones too.
    static List<String> files(Path folder) {
        return List.copyOf(bytes(folder).keySet());
    }

    /// The content of all files below a folder, each byte a character.
    static Map<String, String> bytes(Path folder) {
        TreeMap<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
                all.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /// Writes a file and the folders that it needs.
    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text);
    }

    /// A small archive with one issue in English, one in German and one draft.
    static Path archive(Path folder) throws IOException {
        write(folder.resolve("octavo.toml"), """
                title = "Tide"
                content = ["content"]
                languages = ["en", "de"]
                """);
        write(folder.resolve("content/2024-02-05-february.md"), """
                ---
                title: February
                date: 2024-02-05
                categories: [Letter]
                ---

                ## News

                Ice on the harbour.
                """);
        write(folder.resolve("content/2024-02-05-february.de.md"), """
                ---
                title: Februar
                date: 2024-02-05
                ---

                Eis im Hafen.
                """);
        write(folder.resolve("content/2025-03-01-march.md"), """
                ---
                title: March
                date: 2025-03-01
                ---

                Spring tides.
                """);
        write(folder.resolve("content/2025-04-01-april.md"), """
                ---
                title: April
                date: 2025-04-01
                draft: true
                ---

                Not yet.
                """);
        return folder;
    }
}
