package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// An archive with an issue in English and German, a list, and a mail server.
abstract class MailingCase {
    static final String ISSUE = "2024-02-05-february";

    @TempDir
    Path folder = Path.of("");

    Path archive = Path.of("");
    MailSink sink;

    MailingCase() {
        try {
            sink = new MailSink();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void anArchive() throws IOException {
        archive = Cli.archive(folder.resolve("letter"));
        Cli.write(archive.resolve("octavo.toml"), """
                title = "Tide"
                content = ["content"]
                languages = ["en", "de"]

                [email]
                from = "Tide <tide@tide.example>"
                list-id = "tide.example"
                unsubscribe = "https://tide.example/leave/{token}"

                [delivery]
                bounces = "bounces@tide.example"
                smtp-host = "127.0.0.1:%d"
                connections = "2"
                retry = "1s"
                """.formatted(sink.port()));
    }

    @AfterEach
    void closeTheSink() throws IOException {
        sink.close();
    }

    Object[] with(String command, Object... args) {
        return Cli.all(
                List.of((Object[]) command.split(" ", -1)),
                List.of(Cli.all(List.of(args), List.of("--archive", archive))));
    }

    Cli run(String command, Object... args) {
        return Cli.run(with(command, args));
    }

    /// Two who read English, one German, one Arabic, one who has not confirmed and one who has left.
    void people() throws IOException {
        Path file = Cli.write(folder.resolve("people.csv"), """
                email,name,lang,status
                ada@one.example,Ada,en,active
                bo@one.example,Bo,de,active
                cy@two.example,Cy,en,active
                dina@two.example,Dina,ar,active
                eve@two.example,Eve,en,pending
                fritz@two.example,Fritz,de,unsubscribed
                """);
        assertThat(run("subscribers import", file).code()).isZero();
    }

    /// As many as that, in English.
    void people(int many) throws IOException {
        StringBuilder csv = new StringBuilder("email,lang\n");
        for (int i = 0; i < many; i++) {
            csv.append("reader-").append(i).append("@one.example,en\n");
        }
        assertThat(run("subscribers import", Cli.write(folder.resolve("people.csv"), csv.toString()))
                        .code())
                .isZero();
    }

    /// The events of a run with `--json`, each a line.
    static List<Map<String, Object>> events(Cli run) {
        return run.out().lines().map(MailingCase::event).toList();
    }

    /// A value of an object as text, which its members' names stand in.
    static String text(Map<String, Object> object, String key) {
        return String.valueOf(object.get(key));
    }

    private static Map<String, Object> event(String line) {
        try {
            return JsonTree.object(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
