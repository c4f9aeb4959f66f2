package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscribersTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void anArchive() throws IOException {
        Cli.archive(folder);
        Cli.write(folder.resolve("people.csv"), """
                email,name,lang
                ada@example.org,Ada Penrose,en
                bo@example.org,Bo,de
                nobody,,
                """);
    }

    private Cli run(String group, Object... args) {
        return Cli.run(Cli.all(List.of(group), List.of(Cli.all(List.of(args), List.of("--archive", folder)))));
    }

    @Test
    void aListFromItsFileToItsLastReader() throws IOException {
        Cli none = run("subscribers", "list");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("There is no store", "octavo subscribers import");

        Path file = folder.resolve("people.csv");
        Cli strict = run("subscribers", "import", file, "--strict");
        assertThat(strict.code()).isEqualTo(3);
        Cli imported = run("subscribers", "import", file);
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err())
                .contains(file + ":4: warning: [import-address]", "3 rows for the list newsletter: 2 new, 1 refused.");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("octavo.db"))))
                .isEqualTo("rw-------");

        assertThat(run("subscribers", "add", "cy@example.org", "--name", "=1+1").code())
                .isZero();
        Cli german = run("subscribers", "list", "--where", "lang = de");
        assertThat(german.out()).contains("bo@example.org").hasLineCount(1);
        assertThat(run("subscribers", "list", "--json").out()).contains("\"email\" : \"cy@example.org\"");

        assertThat(run("subscribers", "remove", "bo@example.org").err()).contains("has left newsletter");
        assertThat(run("subscribers", "show", "BO@example.org").out())
                .contains("active        import people.csv", "unsubscribed  removed by the operator", "no deliveries");
        assertThat(run("subscribers", "stats").out()).contains("unsubscribed");

        Path export = folder.resolve("export.csv");
        assertThat(run("subscribers", "export", "-o", export).code()).isZero();
        assertThat(export).content().contains("cy@example.org,'=1+1,,active");

        assertThat(run("subscribers", "remove", "--erase", "ada@example.org").err())
                .contains("is forgotten");
        assertThat(run("subscribers", "import", export).err()).contains("1 on the suppression list");
        assertThat(run("store", "check").err()).contains("2 people, 1 on the suppression list");
        assertThat(run("store", "backup", folder.resolve("copy.db")).code()).isZero();
        assertThat(run("store", "migrate").err()).contains("up to date");
    }

    @Test
    void whatIsWrongIsSaidInWords() throws IOException {
        run("subscribers", "import", folder.resolve("people.csv"));
        Cli filter = run("subscribers", "list", "--where", "lang = de adn x");
        assertThat(filter.code()).isEqualTo(2);
        assertThat(filter.err()).contains("column 11 of the filter", "lang = de adn x\n            ^");

        Files.writeString(folder.resolve("octavo.toml"), "[delivery]\nstroe = \"x.db\"\n");
        assertThat(run("subscribers", "stats").err()).contains("octavo.toml:2", "did you mean 'delivery.store'");
        Files.writeString(folder.resolve("octavo.toml"), "[delivery]\npassword = \"hunter2\"\n");
        Cli password = run("subscribers", "stats");
        assertThat(password.code()).isEqualTo(1);
        assertThat(password.err()).contains("must not hold a password").doesNotContain("hunter2");

        Files.writeString(folder.resolve("octavo.toml"), "[delivery]\nstore = \"jdbc:postgresql://localhost:1/x\"\n");
        Cli server = Cli.run(
                Map.of("OCTAVO_DELIVERY_PASSWORD", "hunter2"), "subscribers", "stats", "--archive", folder, "--debug");
        assertThat(server.code()).isEqualTo(1);
        assertThat(server.err()).contains("cannot be reached").doesNotContain("hunter2");
    }
}
