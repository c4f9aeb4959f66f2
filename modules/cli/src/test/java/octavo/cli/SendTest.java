package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SendTest extends MailingCase {
    @Test
    void showsWhoGetsWhatAndSendsOnlyAfterAYes() throws IOException {
        people();
        Cli no = Cli.answered("n\n", with("send", ISSUE));
        assertThat(no.code()).isEqualTo(1);
        assertThat(no.err())
                .contains(
                        "February  (2024-02-05-february)",
                        "en         February",
                        "de         Februar",
                        "From       Tide <tide@tide.example>",
                        "127.0.0.1:" + sink.port(),
                        "Gets it:     4  (English 3, German 1)\n",
                        "Does not:    2  (unsubscribed 1, waits for confirmation 1)\n",
                        "On the list: 6\n",
                        "Send it to 4 people? [y/N] Nothing was sent.");
        assertThat(Cli.answered("", with("send", ISSUE)).err()).contains("Nothing was sent.");
        assertThat(sink.taken).isEmpty();

        Cli yes = Cli.answered("Yes\n", with("send", "content/2024-02-05-february.de.md"));
        assertThat(yes.code()).as(yes.err()).isZero();
        assertThat(yes.err()).contains("Done: of 4, 4 accepted.", "octavo campaigns report 1");
        assertThat(sink.recipients())
                .containsExactly("ada@one.example", "bo@one.example", "cy@two.example", "dina@two.example");
        assertThat(sink.taken).allSatisfy(message -> {
            assertThat(message.from()).startsWith("bounces+").endsWith("@tide.example");
            assertThat(message.text())
                    .contains(message.to().startsWith("bo@") ? "Subject: Februar\n" : "Subject: February\n");
        });
        assertThat(run("subscribers show", "ada@one.example").out()).contains("accepted", ISSUE);
    }

    @Test
    void nobodyGetsItTwice() throws IOException {
        people();
        assertThat(run("send", ISSUE, "--yes", "--where", "lang = de").code()).isZero();
        Cli again = run("send", ISSUE, "--yes");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("already", "--missing");
        Cli missing = run("send", ISSUE, "--yes", "--missing");
        assertThat(missing.code()).as(missing.err()).isZero();
        assertThat(missing.err()).contains("Gets it:     3", "has it already 1");
        assertThat(sink.recipients()).doesNotHaveDuplicates().hasSize(4);
        Cli nobody = run("send", ISSUE, "--yes", "--missing");
        assertThat(nobody.code()).isZero();
        assertThat(nobody.err()).contains("Everybody who should have it has it");
    }

    @Test
    void languagesAndLimitsAreForTheOperatorToChoose() throws IOException {
        people();
        assertThat(run("send", ISSUE, "--dry-run", "--lang", "de").out())
                .contains("Gets it:     1  (German 1)", "no edition in their language 3");
        assertThat(run("send", ISSUE, "--dry-run", "--lang", "de", "--fallback", "de")
                        .out())
                .contains("Gets it:     4  (German 4)");
        assertThat(run("send", ISSUE, "--dry-run", "--fallback", "none").out())
                .contains("Gets it:     3", "no edition in their language 1");
        assertThat(run("send", ISSUE, "--dry-run", "--limit", "1").out()).contains("Gets it:     1");
        assertThat(run("send", ISSUE, "--dry-run", "--lang", "fr").code()).isEqualTo(2);
        assertThat(run("send", ISSUE, "--dry-run", "--limit", "0").code()).isEqualTo(2);
        assertThat(run("send", "februray", "--dry-run").err()).contains("there is no issue 'februray'");
        assertThat(run("campaigns list").out()).isEmpty();
    }

    @Test
    void aDryRunLeavesNothing() throws IOException {
        people();
        Map<String, String> before = Cli.bytes(archive);
        Cli dry = run("send", ISSUE, "--dry-run", "--at", "23:59");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("Gets it:     4", "Begins", "23:59:00");
        assertThat(Cli.bytes(archive).keySet()).isEqualTo(before.keySet());
        assertThat(run("campaigns list").out()).isEmpty();
        assertThat(sink.taken).isEmpty();
    }

    @Test
    void withoutAStoreADryRunMakesNone() throws IOException {
        List<String> before = Cli.files(archive);
        assertThat(run("send", ISSUE, "--dry-run").err()).contains("There is no store");
        Cli list = run("send", ISSUE, "--dry-run", "--to", "news@lists.example");
        assertThat(list.out()).contains("Gets it:     1", "to news at lists.example");
        Path file = Cli.write(folder.resolve("people.csv"), "email\nada@one.example\n");
        assertThat(run("subscribers import", file, "--dry-run").err()).contains("1 new", "dry run");
        assertThat(Cli.files(archive)).isEqualTo(before);
    }

    @Test
    void aTestGoesToWhoAskedAndIsNotRemembered() throws IOException {
        List<String> before = Cli.files(archive);
        Cli test = run("send", ISSUE, "--test", "me@one.example,Me Too <too@one.example>");
        assertThat(test.code()).as(test.err()).isZero();
        assertThat(test.err()).contains("de to me@one.example: 250 queued", "en to too@one.example: 250 queued");
        assertThat(sink.recipients())
                .containsExactly("me@one.example", "me@one.example", "too@one.example", "too@one.example");
        assertThat(Cli.files(archive)).isEqualTo(before);
        assertThat(run("send", "2025-04-01-april", "--test", "me@one.example").code())
                .isZero();
        assertThat(run("send", ISSUE, "--test", "nobody").code()).isEqualTo(2);
        sink.answer((command, _, usual) -> command.startsWith("RCPT") ? "550 5.1.1 who?" : usual);
        Cli refused = run("send", ISSUE, "--test", "me@one.example");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("550 5.1.1 who?");
    }

    @Test
    void whatIsNotReadyIsNotSent() throws IOException {
        people();
        assertThat(run("send", "2025-04-01-april", "--yes").err()).contains("is a draft");
        Cli unanswered = run("send", ISSUE);
        assertThat(unanswered.code()).isEqualTo(2);
        assertThat(unanswered.err()).contains("--yes");
        assertThat(run("send", ISSUE, "--yes", "--at", "2001-01-01 09:00").code())
                .isEqualTo(2);
        assertThat(run("send", ISSUE, "--yes", "--at", "soon").err()).contains("--at takes");

        String toml = Files.readString(archive.resolve("octavo.toml"));
        Cli.write(
                archive.resolve("octavo.toml"),
                toml.replaceAll("(?m)^(from|bounces) = .*$", "").replace("tide.example/leave", "octavo.invalid/leave"));
        Cli missing = run("send", ISSUE, "--yes");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .contains("from under [email]", "unsubscribe under [email]", "bounces under [delivery]")
                .doesNotContain("list-id");
        Cli.write(archive.resolve("octavo.toml"), toml + "smtp-password = \"hunter2\"\n");
        Cli password = run("send", ISSUE, "--yes");
        assertThat(password.err())
                .contains("OCTAVO_DELIVERY_SMTP_PASSWORD", "smtp-password-file")
                .doesNotContain("hunter2");
        Cli.write(archive.resolve("octavo.toml"), toml);
        assertThat(run("send", ISSUE, "--yes", "--set", "delivery.smtp-password=x")
                        .code())
                .isEqualTo(2);
        assertThat(sink.taken).isEmpty();
    }

    @Test
    void aRelayThatIsNotThereIsSaidAndTheCampaignWaits() throws IOException {
        people();
        Cli absent = run("send", ISSUE, "--yes", "--set", "delivery.smtp-host=127.0.0.1:1");
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.err())
                .contains("127.0.0.1:1", "Nothing of campaign 1 was sent.", "octavo send --join 1")
                .doesNotContain("\tat ");
        assertThat(run("send", ISSUE, "--yes").err()).contains("already");
        Cli joined = run("send", "--join", "1");
        assertThat(joined.code()).as(joined.err()).isZero();
        assertThat(sink.taken).hasSize(4);
        assertThat(run("send", "--join", "1").err()).contains("nothing is left to send");
        assertThat(run("send", "--join", "7").err()).contains("no campaign 7");
    }

    @Test
    void aRelayThatDiesInTheMiddleEndsWithFive() throws IOException {
        people(30);
        sink.answer((command, _, usual) -> {
            boolean enough = sink.taken.size() >= 10;
            return enough && command.equals("GREETING") ? "554 no service here" : enough ? "" : usual;
        });
        Cli broken = run("send", ISSUE, "--yes", "--json");
        assertThat(broken.code()).as(broken.err()).isEqualTo(5);
        Map<String, Object> end = events(broken).getLast();
        assertThat(end).containsEntry("event", "end").containsEntry("ending", "paused");
        assertThat(text(end, "words")).contains("554");
        assertThat(broken.err()).contains("octavo campaigns resume 1");

        assertThat(run("send", "--join", "1").err()).contains("is paused", "octavo campaigns resume 1");
        sink.answer((_, _, usual) -> usual);
        Cli resumed = run("campaigns resume", "1");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(sink.recipients()).doesNotHaveDuplicates().hasSizeBetween(28, 30);
    }

    @Test
    void jsonTellsOfEverythingALineEach() throws IOException {
        people();
        sink.answer((command, to, usual) ->
                command.startsWith("RCPT") && to.startsWith("cy@") ? "550 5.1.1 no such user" : usual);
        Cli sent = run("send", ISSUE, "--yes", "--json");
        assertThat(sent.code()).as(sent.err()).isZero();
        List<Map<String, Object>> events = events(sent);
        assertThat(events).extracting(event -> event.get("event")).contains("progress");
        assertThat(events.getFirst())
                .containsEntry("event", "plan")
                .containsEntry("total", 4L)
                .containsEntry("onList", 6L)
                .containsEntry("languages", Map.of("en", 3L, "de", 1L));
        assertThat(events.get(1)).containsEntry("event", "start").containsEntry("campaign", 1L);
        Map<String, Object> end = events.getLast();
        assertThat(end).containsEntry("event", "end").containsEntry("ending", "done");
        assertThat(text(end, "counts")).contains("accepted=3", "rejected=1", "pending=0");
    }

    @Test
    void aMailingListGetsOneMessageOnce() throws IOException {
        Cli posted = run("send", ISSUE, "--to", "news+tide@lists.example", "--lang", "de", "--yes");
        assertThat(posted.code()).as(posted.err()).isZero();
        assertThat(sink.taken).hasSize(1).first().satisfies(message -> {
            assertThat(message.to()).isEqualTo("news+tide@lists.example");
            assertThat(message.text()).contains("Subject: Februar\n");
        });
        Cli again = run("send", ISSUE, "--to", "News+Tide@lists.example", "--yes");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("already");
        assertThat(run("send", ISSUE, "--to", "other@lists.example", "--list", "x", "--yes")
                        .code())
                .isEqualTo(2);
        assertThat(sink.taken).hasSize(1);
    }

    @Test
    void anAddressMakesTheStoreOnlyAfterAYes() throws IOException {
        List<String> before = Cli.files(archive);
        Cli no = Cli.answered("n\n", with("send", ISSUE, "--to", "news@lists.example"));
        assertThat(no.code()).isEqualTo(1);
        assertThat(no.err()).contains("Send it to 1 person? [y/N] Nothing was sent.");
        assertThat(Cli.files(archive)).isEqualTo(before);

        Cli yes = Cli.answered("y\n", with("send", ISSUE, "--to", "news@lists.example"));
        assertThat(yes.code()).as(yes.err()).isZero();
        assertThat(sink.recipients()).containsExactly("news@lists.example");
    }

    @Test
    void picturesAreThereBeforeTheMessages() throws IOException {
        people();
        Path assets = folder.resolve("www");
        Cli.write(
                archive.resolve("static/mark.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\"><rect width=\"60\" height=\"50\"/></svg>");
        Path issue = archive.resolve("content/2024-02-05-february.md");
        Files.writeString(issue, Files.readString(issue) + "\n![A mark](/mark.svg)\n");
        Object[] options = {ISSUE, "--assets", assets, "--set", "email.assets-url=https://tide.example/mail"};
        assertThat(run("send", Cli.all(List.of(options), List.of("--dry-run"))).code())
                .isZero();
        assertThat(assets).doesNotExist();
        assertThat(run("send", Cli.all(List.of(options), List.of("--yes"))).code())
                .isZero();
        assertThat(Cli.files(assets)).singleElement().asString().endsWith(".png");
        assertThat(sink.taken).hasSize(4);
    }

    @Test
    void messagesAreSignedWithTheTimeOfTheirStart() throws IOException {
        people();
        Path toml = archive.resolve("octavo.toml");
        Files.writeString(
                toml,
                Files.readString(toml)
                        .replace("[delivery]", "dkim-selector = \"octavo\"\ndkim-key = \"../rsa.pem\"\n\n[delivery]"));
        assertThat(Cli.run("email", "dkim", archive, "--generate").code()).isZero();
        Cli sent = run("send", ISSUE, "--yes", "--limit", "3");
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(sent.err()).contains("Signed by  tide.example (rsa)\n");
        assertThat(sink.taken)
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.text())
                        .startsWith("DKIM-Signature: v=1; a=rsa-sha256;")
                        .contains("d=tide.example;", " t="));
    }

    @Test
    void whoeverGoesOnWithASignedCampaignSignsToo() throws IOException {
        people();
        Path toml = archive.resolve("octavo.toml");
        String unsigned = Files.readString(toml);
        String signed =
                unsigned.replace("[delivery]", "dkim-selector = \"octavo\"\ndkim-key = \"../rsa.pem\"\n\n[delivery]");
        Files.writeString(toml, signed);
        assertThat(Cli.run("email", "dkim", archive, "--generate").code()).isZero();
        sink.answer((command, _, usual) -> command.startsWith("MAIL") ? "550 5.7.1 not from there" : usual);
        assertThat(run("send", ISSUE, "--yes").code()).isNotZero();
        sink.answer((_, _, usual) -> usual);

        Files.writeString(toml, unsigned);
        Cli without = run("campaigns resume", "1");
        assertThat(without.code()).as(without.err()).isNotZero();
        assertThat(without.err()).contains("Campaign 1 is signed by tide.example (rsa)", "dkim-key");
        assertThat(sink.taken).isEmpty();
        assertThat(run("campaigns show", "1").out()).contains("paused", "550 5.7.1 not from there");

        Files.writeString(toml, signed);
        assertThat(run("campaigns resume", "1").code()).isZero();
        assertThat(sink.taken)
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.text()).startsWith("DKIM-Signature: "));
    }

    /// As Ctrl-C does, too.
    @Test
    void aSignalStopsItInGoodOrder() throws IOException, InterruptedException {
        people(200);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "octavo.cli.Main",
                        "send",
                        ISSUE,
                        "--yes",
                        "--archive",
                        archive.toString(),
                        "--set",
                        "delivery.rate=10/s")
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        try {
            for (int i = 0; i < 600 && sink.taken.size() < 3 && process.isAlive(); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            process.destroy();
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(folder.resolve("err.txt"));
        assertThat(process.exitValue()).as(said).isEqualTo(5);
        assertThat(said).contains("Stopping", "Stopped: of 200, ", "octavo send --join 1");
        assertThat(sink.taken).hasSizeLessThan(200);

        Cli joined = run("send", "--join", "1");
        assertThat(joined.code()).as(joined.err()).isZero();
        assertThat(sink.recipients()).doesNotHaveDuplicates().hasSize(200);
    }
}
