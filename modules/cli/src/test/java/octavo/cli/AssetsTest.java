package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures made for mail, in a folder of a web server.
class AssetsTest {
    private static final String URL = "https://pictures.example/mail/";

    @TempDir
    Path folder = Path.of("");

    private Path archive = Path.of("");
    private Path out = Path.of("");
    private Path assets = Path.of("");

    @BeforeEach
    void anArchiveWithPictures() throws IOException {
        archive = Cli.archive(folder.resolve("a"));
        out = folder.resolve("out");
        assets = folder.resolve("www/mail");
        Cli.write(archive.resolve("octavo.toml"), """
                title = "Tide"
                [email]
                from = "Tide <tide@news.example>"
                list-id = "tide.news.example"
                unsubscribe = "https://lists.news.example/u/{token}"
                assets-url = "https://pictures.example/mail"
                """);
        for (String name : List.of("one", "two")) {
            Cli.write(
                    archive.resolve("content/" + name + ".md"),
                    "---\ntitle: " + name + "\ndate: 2026-03-03\n---\n\nWords.\n\n![A boat](/boat.png)\n\n"
                            + "![A mark](/mark.svg)\n\n![Not there](/lost.png)\n");
        }
        Cli.write(
                archive.resolve("static/mark.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\"><rect width=\"60\" height=\"50\"/></svg>");
        draw(Color.ORANGE);
    }

    @Test
    void areSharedByMessagesAndListed() throws IOException {
        Cli build = build();

        assertThat(build.code()).isZero();
        List<String> names = Cli.files(assets);
        assertThat(names).hasSize(2).allMatch(name -> name.matches("[0-9a-f]{20}\\.png"));
        for (String name : names) {
            assertThat(build.out()).containsOnlyOnce(assets.resolve(name).toString());
        }
        assertThat(messages())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("src=3D\"" + URL).doesNotContain("multipart/related"));
        assertThat(widths()).containsExactlyInAnyOrder(1104, 200);
    }

    @Test
    void areWrittenOnceAndTheSameInEveryRun() throws IOException {
        build();
        var first = Cli.bytes(folder.resolve("www"));
        var messages = Cli.bytes(out);
        Cli again = build();

        assertThat(again.code()).isZero();
        assertThat(Cli.bytes(folder.resolve("www"))).isEqualTo(first);
        assertThat(Cli.bytes(out)).isEqualTo(messages);
    }

    @Test
    void haveAnotherAddressWhenTheirContentChanges() throws IOException {
        build();
        List<String> before = Cli.files(assets);
        draw(Color.BLUE);
        build();

        assertThat(Cli.files(assets)).hasSize(3).containsAll(before);
    }

    @Test
    void neverOverwriteAFileOfSomebodyElse() throws IOException {
        build();
        Path one = assets.resolve(Cli.files(assets).getFirst());
        Files.writeString(one, "not a picture");
        Files.delete(out.resolve(Cli.files(out).getFirst()));
        List<String> left = Cli.files(out);
        Cli build = build();

        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err()).contains(one.toString(), "move it away").doesNotContain("\tat ");
        assertThat(one).hasContent("not a picture");
        assertThat(Cli.files(out)).as("a failed run writes nothing").isEqualTo(left);
    }

    @Test
    void areNotWrittenByAStrictRunWithProblems() {
        Cli build =
                Cli.run("build", archive, "--year", "2026", "-t", "email", "-o", out, "--assets", assets, "--strict");

        assertThat(build.code()).isEqualTo(Main.PROBLEMS);
        assertThat(assets).doesNotExist();
    }

    @Test
    void needAnAddress() throws IOException {
        Cli.write(archive.resolve("octavo.toml"), "title = \"Tide\"\n");
        Cli build = build();

        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err()).contains("assets-url").doesNotContain("\tat ");
        assertThat(assets).doesNotExist();
    }

    @Test
    void needAFolder() throws IOException {
        Files.createDirectories(assets.getParent());
        Files.writeString(assets, "a file");
        Cli build = build();

        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err()).contains(assets.toString(), "--assets").doesNotContain("\tat ");
    }

    @Test
    void theSettingIsFromTheArchivesRoot() throws IOException {
        Files.writeString(
                archive.resolve("octavo.toml"),
                Files.readString(archive.resolve("octavo.toml")) + "assets = \"static/mail\"\n");
        Cli build = Cli.run("build", archive, "--year", "2026", "-t", "email", "-o", out);

        assertThat(build.code()).isZero();
        assertThat(Cli.files(archive.resolve("static/mail"))).hasSize(2);
    }

    private Cli build() {
        return Cli.run("build", archive, "--year", "2026", "-t", "email", "-o", out, "--assets", assets);
    }

    private List<String> messages() {
        return List.copyOf(Cli.bytes(out).values());
    }

    private List<Integer> widths() throws IOException {
        try (Stream<Path> files = Files.list(assets)) {
            List<Integer> widths = new ArrayList<>();
            for (Path file : files.toList()) {
                widths.add(ImageIO.read(file.toFile()).getWidth());
            }
            return widths;
        }
    }

    private void draw(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(1600, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillOval(100, 100, 900, 600);
        graphics.dispose();
        ImageIO.write(image, "png", archive.resolve("static/boat.png").toFile());
    }
}
