package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignsTest extends MailingCase {
    /// A campaign of which one message is refused, and one ends without an answer.
    private void aMixedCampaign() throws IOException {
        people();
        sink.answer((command, to, usual) -> {
            if (command.startsWith("RCPT") && to.startsWith("cy@")) {
                return "550 5.1.1 <cy@two.example> is <script>alert(1)</script> unknown";
            }
            return command.equals(".") && to.startsWith("ada@") ? "" : usual;
        });
        Cli sent = run("send", ISSUE, "--yes");
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(sent.err()).contains("Done: of 4, 2 accepted, 1 rejected, 1 in doubt.", "octavo campaigns doubts 1");
    }

    @Test
    void areListedAndShown() throws IOException {
        aMixedCampaign();
        assertThat(run("campaigns list").out())
                .hasLineCount(1)
                .contains("   1  finished ", "  4  February, to newsletter");
        Map<String, Object> json =
                JsonTree.object(run("campaigns list", "--json").out());
        assertThat(JsonTree.list(json, "campaigns").getFirst())
                .containsEntry("campaign", 1L)
                .containsEntry("state", "finished")
                .containsEntry("total", 4L);
        assertThat(run("campaigns show", "1").out())
                .contains(
                        "Campaign 1: February  (2024-02-05-february)",
                        "recipients    4",
                        "accepted    2",
                        "in doubt    1");
        assertThat(text(JsonTree.object(run("campaigns show", "1", "--json").out()), "counts"))
                .contains("accepted=2", "in-doubt=1");
        assertThat(run("campaigns show", "9").err()).contains("no campaign 9");
        assertThat(run("campaigns").code()).isEqualTo(2);
    }

    @Test
    void doubtsAreSettledByTheOperatorAlone() throws IOException {
        aMixedCampaign();
        Cli doubts = run("campaigns doubts", "1");
        assertThat(doubts.out()).contains("ada@one.example  <");
        String id = text(
                JsonTree.list(
                                JsonTree.object(
                                        run("campaigns doubts", "1", "--json").out()),
                                "doubts")
                        .getFirst(),
                "messageId");
        assertThat(run("send", ISSUE, "--missing", "--yes", "--dry-run").out()).contains("has it already 3");
        assertThat(run("campaigns doubts", "1", "--resend", "ada@one.example").err())
                .contains("in doubt since");
        Cli wrong = run("campaigns doubts", "1", "--delivered", "bo@one.example");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("bo@one.example is not in doubt");
        assertThat(run("campaigns doubts", "1", "--all-failed", "--all-delivered")
                        .code())
                .isEqualTo(2);

        Path log = Cli.write(folder.resolve("mail.log"), """
                Nov 28 01:00:00 mx postfix/cleanup[7]: 4TqX1: message-id=%s
                Nov 28 01:00:01 mx postfix/smtp[8]: 4TqX1: to=<ada@one.example>, relay=mx.one.example[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)
                Nov 28 01:00:01 mx postfix/qmgr[9]: 4TqX1: removed
                """.formatted(id));
        Cli settled = run("campaigns doubts", "1", "--postfix-log", log);
        assertThat(settled.code()).as(settled.err()).isZero();
        assertThat(settled.err()).contains("1 message is counted as delivered", "No doubt is left.");
        assertThat(run("campaigns show", "1").out()).contains("accepted    3").doesNotContain("in doubt");
    }

    @Test
    void areCancelledForGood() throws IOException {
        people();
        run("send", ISSUE, "--yes", "--set", "delivery.smtp-host=127.0.0.1:1");
        assertThat(run("campaigns pause", "1").err()).contains("is paused");
        assertThat(run("campaigns show", "1").out()).contains("paused: by the operator", "octavo campaigns resume 1");
        assertThat(run("campaigns cancel", "1").code()).isEqualTo(2);
        Cli no = Cli.answered("n\n", with("campaigns cancel", "1"));
        assertThat(no.err()).contains("4 people will not get it", "Nothing was cancelled.");
        assertThat(Cli.answered("y\n", with("campaigns cancel", "1")).err())
                .contains("4 people do not get it, 0 have it");
        assertThat(run("campaigns resume", "1").code()).isEqualTo(1);
        assertThat(run("send", "--join", "1").err()).contains("is cancelled");
        assertThat(run("send", ISSUE, "--yes").code()).isZero();
        assertThat(sink.taken).hasSize(4);
    }

    @Test
    void theReportHasTheNumbersAndNothingThatRuns() throws IOException {
        Path issue = archive.resolve("content/2024-02-05-february.md");
        Files.writeString(
                issue,
                Files.readString(issue).replace("title: February", "title: Ice <script>alert(2)</script> & more"));
        aMixedCampaign();
        assertThat(run("campaigns report", "1").out())
                .contains(
                        "Ice <script>",
                        "accepted  2  50.0 %",
                        "in doubt  1  25.0 %",
                        "two.example, rejected",
                        "550 5.1.1")
                .doesNotContain("cy@");
        Path page = folder.resolve("report.html");
        assertThat(run("campaigns report", "1", "-o", page).code()).isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains(
                        "<h1 dir=\"auto\">Ice &lt;script&gt;alert(2)&lt;/script&gt; &amp; more</h1>",
                        "<td class=\"number\">2</td><td class=\"number\">50.0 %</td>",
                        "<caption>What became of the messages</caption>",
                        "two.example",
                        "unsubscribed")
                .doesNotContain("<script", "cy@", "http://", "https://");
        assertThat(run("campaigns report", "1", "-o", folder.resolve("report.txt"))
                        .code())
                .isZero();
        assertThat(folder.resolve("report.txt")).content().contains("waits for confirmation");
        assertThat(run("campaigns report", "1", "-o", folder.resolve("report.pdf"))
                        .code())
                .isEqualTo(2);
        assertThat(JsonTree.object(run("campaigns report", "1", "--json").out()))
                .containsKeys("counts", "curve");
        assertThat(Cli.files(folder)).noneMatch(name -> name.endsWith(".part"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build",
                "send",
                "campaigns list",
                "campaigns show",
                "campaigns pause",
                "campaigns resume",
                "campaigns cancel",
                "campaigns doubts",
                "campaigns report",
                "subscribers import",
                "subscribers export",
                "subscribers list",
                "subscribers remove",
                "store migrate",
                "store backup",
                "email dkim",
                "completion",
                "theme export"
            })
    void helpFitsOnATerminal(String command) {
        Cli help = Cli.run(Cli.all(List.of((Object[]) command.split(" ", -1)), List.of("--help")));
        assertThat(help.code()).isZero();
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}
