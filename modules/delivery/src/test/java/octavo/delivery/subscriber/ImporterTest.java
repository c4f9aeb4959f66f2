package octavo.delivery.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import octavo.delivery.Databases;
import octavo.delivery.State;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImporterTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/import");

    @TempDir
    Path folder = Path.of("");

    private People people(Databases database) {
        return People.in(Store.openOrCreate(database.fresh(folder)), folder);
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList().stream();
        }
    }

    /// Each folder: a file as somebody has it, and what Octavo makes of it, the same on both databases.
    @ParameterizedTest
    @MethodSource("cases")
    void readsFilesOfAllKinds(Path folder) throws IOException {
        for (Databases database : Databases.values()) {
            People people = people(database);
            ImportOptions dated = People.USUAL;
            ImportResult result = people.read(folder.resolve("people.csv"), dated);
            String actual = people.csv().replaceAll(",20(2[6-9]|[3-9]\\d)-[^,\n]*", ",TODAY") + "\n"
                    + String.join("\n", people.found()) + "\n" + result + "\n";
            check(folder.resolve("expected.txt"), actual);
        }
    }

    private static void check(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.accept")) {
            assertThat(System.getenv("CI")).as("not accepted in CI").isNotEqualTo("true");
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyComesBackByAFileAlone(Databases database) throws IOException {
        People people = people(database);
        people.read("""
                email,status
                left@example.org,unsubscribed
                bounced@example.org,bounced
                spam@example.org,complained
                never@example.org,suppressed
                waits@example.org,pending
                """);
        String all = """
                email,status
                LEFT@example.org,active
                bounced@example.org,
                spam@example.org,active
                never@example.org,active
                waits@example.org,active
                """;
        ImportResult again = people.read(all);
        assertThat(again.gone()).isEqualTo(3);
        assertThat(again.suppressed()).isEqualTo(1);
        assertThat(again.changed()).isEqualTo(1);
        assertThat(people.chosen("status = active")).containsExactly("waits@example.org");

        // On another list the address bounces just the same; who left this one may join that one.
        ImportResult other = people.read(
                all, new ImportOptions("offers", true, State.ACTIVE, false, false, false, Optional.empty()));
        assertThat(other.gone()).isEqualTo(2);
        assertThat(other.added()).isEqualTo(2);

        ImportResult asked = people.read(
                all, new ImportOptions("newsletter", false, State.ACTIVE, true, false, false, Optional.empty()));
        assertThat(asked.suppressed()).isEqualTo(1);
        assertThat(people.state("bounced@example.org")).isEqualTo(State.ACTIVE);
        assertThat(people.state("never@example.org")).isEqualTo(State.SUPPRESSED);
    }

    @ParameterizedTest
    @EnumSource
    void eachChangeIsKeptWithItsCause(Databases database) throws IOException {
        People people = people(database);
        people.read("email,since\nada@example.org,2024-11-02\n");
        people.all().remove(Address.parse("ada@example.org"), Optional.empty(), "wrote a letter");
        PersonalData.Membership list = people.all()
                .show(Address.parse("Ada@EXAMPLE.org"))
                .orElseThrow()
                .lists()
                .getFirst();
        assertThat(list.since()).hasToString("2024-11-02T00:00:00Z");
        assertThat(list.states())
                .extracting(PersonalData.Standing::state, PersonalData.Standing::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(State.ACTIVE, "import people.csv"),
                        org.assertj.core.groups.Tuple.tuple(State.UNSUBSCRIBED, "wrote a letter"));
    }

    @ParameterizedTest
    @EnumSource
    void aFailedOrDryOrStrictImportChangesNothing(Databases database) throws IOException {
        People people = people(database);
        people.read("email\nfirst@example.org\n");
        String before = people.csv();
        StringBuilder broken = new StringBuilder("email,name\n");
        for (int i = 0; i < 1500; i++) {
            broken.append("p").append(i).append("@example.org,x\n");
        }
        String start = broken.toString();
        broken.append("wide@example.org").append(",".repeat(100_000)).append("\n");
        assertThatThrownBy(() -> people.read(broken.toString()))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("people.csv:1502")
                .hasMessageContaining("quotation mark");
        assertThat(people.csv()).isEqualTo(before);

        ImportResult dry = people.read(
                start, new ImportOptions("newsletter", false, State.ACTIVE, false, true, false, Optional.empty()));
        assertThat(dry.added()).isEqualTo(1500);
        assertThat(dry.kept()).isFalse();
        assertThat(people.csv()).isEqualTo(before);

        ImportResult strict = people.read(
                start + "nobody,x\n",
                new ImportOptions("newsletter", false, State.ACTIVE, false, false, true, Optional.empty()));
        assertThat(strict.kept()).isFalse();
        assertThat(people.csv()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void theForgottenAreNotImportedAgain(Databases database) throws IOException {
        People people = people(database);
        String file = "email,name\nada@example.org,Ada Penrose\nbo@example.org,Bo\n";
        people.read(file);
        assertThat(people.all().erase(Address.parse("ADA@example.org"))).isTrue();
        ImportResult again = people.read(file);
        assertThat(again.suppressed()).isEqualTo(1);
        assertThat(people.csv()).doesNotContainIgnoringCase("ada").contains("bo@example.org");
        assertThat(people.all().show(Address.parse("ada@example.org"))).isEmpty();
        assertThat(people.all().suppressed(Address.parse("ada@example.org")))
                .get()
                .asString()
                .contains("erased");
        // Neither the address nor the name is in any file of the store.
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one :
                    files.filter(path -> path.toString().contains(".db")).toList()) {
                assertThat(new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1))
                        .as(one.toString())
                        .doesNotContain("Ada Penrose");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sheGotIt(Databases database) throws IOException {
        People people = people(database);
        people.read("email\nada@example.org\n");
        people.store().write(tx -> {
            tx.update(Sql.of("INSERT INTO campaign (issue, list, chosen, state, total, created)"
                    + " VALUES ('2025-03', 1, '', 'RUNNING', 1, {now})"));
            return tx.update(Sql.of("INSERT INTO delivery (campaign, subscriber, language, state, changed, reply)"
                    + " SELECT 1, id, 'en', 'ACCEPTED', {now}, '250 queued as 4711' FROM subscriber"));
        });
        PersonalData ada = people.all().show(Address.parse("ada@example.org")).orElseThrow();
        assertThat(ada.deliveries()).hasSize(1);
        assertThat(ada.deliveries().getFirst().state()).isEqualTo("ACCEPTED");
        assertThat(ada.deliveries().getFirst().reply()).contains("250 queued as 4711");
        people.all().erase(Address.parse("ada@example.org"));
        assertThat(people.store()
                        .<Long>read(tx -> tx.number(
                                Sql.of("SELECT count(*) FROM delivery WHERE state = 'ACCEPTED' AND reply IS NULL"))))
                .isEqualTo(1);
    }

    /// Names as people and attackers write them, through a file and back.
    @ParameterizedTest
    @EnumSource
    void anExportIsReadBackAsItWas(Databases database) throws IOException {
        Random random = new Random(42);
        String[] pieces = {"=1+1", "'", "\"", ",", ";", "\t", "Ada", "Ö", "@x", "-", "+", "日本", "😀", " ", "\\"};
        List<String> names = new ArrayList<>(List.of("=cmd|' /C calc'!A0", "'=x", "''+x", "@SUM(A1)"));
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = random.nextInt(5); j >= 0; j--) {
                name.append(pieces[random.nextInt(pieces.length)]);
            }
            names.add(name.toString());
        }
        People people = people(database);
        for (int i = 0; i < names.size(); i++) {
            people.all()
                    .add(
                            Address.parse((i % 7 == 0 ? "+" : "p") + i + "@example.org"),
                            names.get(i),
                            i % 2 == 0 ? "pt-BR" : "",
                            Optional.of(java.time.Instant.ofEpochMilli(1_700_000_000_123L + i)),
                            Attributes.parse("{\"n\":" + i + ",\"s\":\"=x,\\\"\"}"),
                            People.USUAL,
                            _ -> {});
        }
        String written = people.csv();
        People copy = people(database);
        copy.read(written);
        assertThat(copy.csv()).isEqualTo(written);
        assertThat(names(copy)).isEqualTo(names(people));
        assertThat(written.lines().flatMap(line -> Stream.of(line.split(",", 3)).limit(2)))
                .noneMatch(field -> field.matches("\"?[=+\\-@].*"));
    }

    private static List<String> names(People people) {
        List<String> names = new ArrayList<>();
        people.all().each(Audience.all("newsletter"), one -> names.add(one.name()));
        return names;
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        People people = people(Databases.SQLITE);
        Path latin = folder.resolve("latin.csv");
        Files.write(
                latin,
                "email,name\na@example.org,Ada\nk@example.org,Königsmann\n".getBytes(Charset.forName("windows-1252")));
        assertThatThrownBy(() -> people.read(latin, People.USUAL))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("latin.csv:3: ")
                .hasMessageContaining("CSV UTF-8");
        people.read(
                latin,
                new ImportOptions("newsletter", false, State.ACTIVE, false, false, false, Optional.of("windows-1252")));
        assertThat(people.csv()).contains("Königsmann");

        Path unicode = folder.resolve("unicode.csv");
        Files.write(unicode, "\uFEFFemail\na@example.org\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> people.read(unicode, People.USUAL)).hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> people.read("Name,Town\nAda,Tern\n"))
                .hasMessageContaining("no column is called email")
                .hasMessageContaining("Name, Town");
        assertThatThrownBy(() -> people.read("")).hasMessageContaining("first line is empty");
        assertThatThrownBy(() -> people.read("email,email\na@example.org,b@example.org\n"))
                .hasMessageContaining("two columns");
        assertThatThrownBy(() -> people.read(
                        "email\nx@example.org\n",
                        new ImportOptions("newslettr", false, State.ACTIVE, false, false, false, Optional.empty())))
                .hasMessageContaining("--new-list");
    }

    /// The short way for plain addresses says what the long one says.
    @Test
    void plainAddressesAreReadAsAllOthers() {
        Random random = new Random(7);
        String letters = "aB9._-+@@..xn-";
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("a");
            for (int j = random.nextInt(14); j >= 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Optional<Address> quick = read(text.toString());
            Optional<Address> slow = slow(text.toString());
            assertThat(quick).as(text.toString()).isEqualTo(slow);
            plain += quick.isPresent() ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(100);
        assertThat(Address.parse("Ada@BÜCHER.example"))
                .isEqualTo(new Address("Ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"));
    }

    private static Optional<Address> read(String text) {
        try {
            return Optional.of(Address.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Address> slow(String text) {
        try {
            return Optional.of(Address.of(new octavo.email.Mailbox("", text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
