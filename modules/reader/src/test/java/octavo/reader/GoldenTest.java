package octavo.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import octavo.model.Diagnostic;
import octavo.model.Issue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Folders under `golden`: an issue, what it is read as, and what is said about it. `-Dgolden.accept=true` writes the
/// expectations anew, for reading through before they are committed.
class GoldenTest {
    @TestFactory
    Stream<DynamicTest> cases() throws IOException, URISyntaxException {
        Path golden = Path.of(
                Objects.requireNonNull(GoldenTest.class.getResource("/golden")).toURI());
        try (Stream<Path> folders = Files.list(golden)) {
            List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
            assertThat(cases).isNotEmpty();
            return cases.stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        String actual = read(folder);
        if (Boolean.getBoolean("golden.accept") && System.getenv("CI") == null) {
            Path source = Path.of("src/test/resources/golden").resolve(folder.getFileName());
            Files.writeString(source.resolve("expected.txt"), actual);
        } else {
            assertThat(actual).isEqualTo(Files.readString(folder.resolve("expected.txt")));
        }
    }

    private static String read(Path folder) throws IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Settings settings = Settings.load(folder, Map.of(), diagnostics::add);
        Path input;
        try (Stream<Path> files = Files.list(folder)) {
            input = files.filter(file -> file.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow();
        }
        Issue issue = ArchiveReader.readIssue(input, settings, diagnostics::add);
        StringBuilder text = new StringBuilder(ModelDump.of(issue));
        diagnostics.forEach(diagnostic -> text.append(diagnostic).append('\n'));
        return text.toString();
    }
}
