package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is broken or means harm: a message that names the place, never a stack trace, never a
/// lost file.
class HostileInputTest {
    private static final String ALL = "pdf,epub,email,html,text,json";

    @TempDir
    Path folder = Path.of("");

    private Path archive = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void anArchiveThatWasBuiltBefore() throws IOException {
        archive = Cli.archive(folder.resolve("a"));
        out = folder.resolve("out");
        assertThat(Cli.run("build", archive, "-t", "text", "-o", out).code()).isZero();
    }

    @Test
    void brokenFrontMatterIsNamedByItsPlace() throws IOException {
        issue("---\ntitle: [never closed\ndate: 2025-03-01\n---\n\nThe body.\n");
        assertThat(build().err()).containsPattern("content/2025-03-01-march\\.md:\\d+:\\d+: (warning|error): \\[");
    }

    @Test
    void invalidUtf8IsNamedByItsPlace() throws IOException {
        Files.write(
                issueFile(),
                "---\ntitle: M\ndate: 2025-03-01\n---\n\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(build().err()).containsPattern("content/2025-03-01-march\\.md:6(:\\d+)?: (warning|error): \\[");
    }

    @Test
    void aHugeFileIsTurnedDownUnread() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(issueFile().toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertThat(build().err()).contains("content/2025-03-01-march.md").contains("MB");
    }

    @Test
    void aPictureThatIsNoneIsNamed() throws IOException {
        Cli.write(archive.resolve("content/fake.png"), "<html>no picture</html>");
        issue("---\ntitle: M\ndate: 2025-03-01\n---\n\n![A fake](fake.png)\n");
        assertThat(build().err()).contains("content/fake.png: warning: [picture");
    }

    @Test
    void aLoopOfLinksDoesNotTurnForEver() throws IOException {
        Files.createSymbolicLink(archive.resolve("content/loop"), archive.resolve("content"));
        Files.createSymbolicLink(archive.resolve("content/2025-05-01-self.md"), Path.of("2025-05-01-self.md"));
        assertThat(Cli.run("list", archive).out().lines()).hasSize(3);
        build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "../../../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"})
    void noFileOutsideTheArchiveIsRead(String path) throws IOException {
        issue("---\ntitle: M\ndate: 2025-03-01\n---\n\n![Users](" + path + ")\n\n![Users][p]\n\n[p]: " + path + "\n");
        Cli build = build();
        assertThat(build.err()).contains("content/2025-03-01-march.md:6:1");
        assertThat(String.join("", Cli.bytes(out).values())).doesNotContain("root:x:0");
    }

    @Test
    void aLinkOutOfTheArchiveIsNotFollowed() throws IOException {
        Path secret = Cli.write(folder.resolve("secret.txt"), "the secret");
        Files.createSymbolicLink(archive.resolve("content/link.png"), secret);
        issue("---\ntitle: M\ndate: 2025-03-01\n---\n\n![A link](link.png)\n");
        assertThat(build().err()).contains("content/2025-03-01-march.md:6:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*", "[", "![", "`", "<div>"})
    void deepNestingEndsWell(String mark) throws IOException {
        issue("---\ntitle: M\ndate: 2025-03-01\n---\n\n" + mark.repeat(10_000) + "deep\n");
        build();
    }

    @Test
    void brokenSettingsNameTheNearestKey() throws IOException {
        Map<String, String> before = Cli.bytes(out);
        Cli.write(archive.resolve("octavo.toml"), "titel = \"Tide\"\n");
        Cli build = Cli.run("build", archive, "-t", "text", "-o", out);
        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err()).contains("octavo.toml:1:1", "titel", "title");
        Cli.write(archive.resolve("octavo.toml"), "title = \n");
        assertThat(Cli.run("build", archive, "-t", "text", "-o", out).err()).contains("octavo.toml:1");
        assertThat(Cli.bytes(out)).isEqualTo(before);
    }

    @Test
    void headersCannotBeSmuggledIn() throws IOException {
        issue("---\ntitle: \"M\\r\\nBcc: all@example.org\"\ndate: 2025-03-01\n---\n\nText.\n");
        build();
        String message = Cli.bytes(out).getOrDefault("2025-03-01-march.en.eml", "");
        String head = message.substring(0, message.indexOf("\r\n\r\n"));
        assertThat(head).contains("Subject: M").doesNotContain("\nBcc:").doesNotContain("\rBcc:");
    }

    private Path issueFile() {
        return archive.resolve("content/2025-03-01-march.md");
    }

    private void issue(String text) throws IOException {
        Cli.write(issueFile(), text);
    }

    /// Builds the year of the bad issue in all formats: done, or failed with a sentence.
    private Cli build() {
        Cli build = Cli.run(
                Map.of("OCTAVO_EMAIL_FROM", "Tide <tide@example.org>"),
                "build",
                archive,
                "-t",
                ALL,
                "-o",
                out,
                "--verbose");
        assertThat(build.err())
                .doesNotContain("\tat ")
                .doesNotContain("Something went wrong inside")
                .doesNotContain("nested too deeply; simplify");
        assertThat(build.code()).as(build.err()).isIn(0, 1);
        assertThat(Cli.files(out)).contains("2024-02-05-february.en.txt").noneMatch(name -> name.startsWith(".octavo"));
        return build;
    }
}
