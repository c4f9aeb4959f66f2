package octavo.email;

import static octavo.email.Samples.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TimeZone;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.OctavoException;
import octavo.model.Picture;
import octavo.render.RenderContext;
import octavo.render.Renderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EmailRendererTest {
    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Renderer.class)).anyMatch(EmailRenderer.class::isInstance);
    }

    @Test
    void writesOneFileNamedAfterIssueAndLanguage() throws Exception {
        assertThat(Samples.rendered(Samples.english())).containsOnlyKeys("2025-05-05.en.eml");
    }

    @Test
    void carriesTheHeadersOfAList() throws Exception {
        MimeMessage message = Parsed.message(Samples.message(Samples.english()));

        assertThat(message.getHeader("From")).containsExactly("The Letter <letter@news.example>");
        assertThat(message.getHeader("To")).containsExactly("<recipient@octavo.invalid>");
        assertThat(message.getHeader("Subject")).containsExactly("The letter of May");
        assertThat(message.getHeader("Date")).containsExactly("Mon, 5 May 2025 12:00:00 +0000");
        assertThat(message.getHeader("List-Id")).containsExactly("The Letter <letter.news.example>");
        assertThat(Parsed.unfolded(message, "List-Unsubscribe"))
                .isEqualTo("<https://lists.news.example/u/OCTAVO-RECIPIENT>,"
                        + " <mailto:letter-leave@news.example?subject=unsubscribe>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("List-Archive")).containsExactly("<https://news.example/>");
        assertThat(message.getHeader("List-Post")).containsExactly("NO");
        assertThat(message.getHeader("Archived-At")).containsExactly("<https://news.example/2025/05/letter/>");
        assertThat(message.getHeader("Content-Language")).containsExactly("en");
        assertThat(message.getHeader("Precedence")).containsExactly("bulk");
        assertThat(message.getHeader("Feedback-ID"))
                .containsExactly("2025-05-05:en:newsletter:" + Hashes.hex(12, "letter.news.example"));
        assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(message.getMessageID()).matches("<[0-9a-f]{32}@news\\.example>");
    }

    @Test
    void aCampaignsMessageHasTheTimeOfItsStart() throws Exception {
        RenderContext context = new RenderContext(Samples.THEME, new Samples.FakePictures(), _ -> {}, OPTIONS);
        byte[] message = new EmailRenderer()
                .template(Samples.edition(Samples.english()), context, Instant.parse("2026-01-02T03:04:05Z"))
                .forRecipient(Recipient.STAND_IN);
        assertThat(Parsed.message(message).getHeader("Date")).containsExactly("Fri, 2 Jan 2026 03:04:05 +0000");
    }

    @Test
    void anUndatedIssueHasTheTimeOfTheEditionOrIsReported() throws Exception {
        Edition edition = Samples.edition(Samples.english(), "The Letter", Optional.empty());
        List<Diagnostic> found = new ArrayList<>();
        RenderContext context = new RenderContext(Samples.THEME, new Samples.FakePictures(), found::add, OPTIONS);

        assertThat(date(edition.withModified(Optional.of(Instant.parse("2024-05-06T07:08:09Z"))), context))
                .isEqualTo("Mon, 6 May 2024 07:08:09 +0000");
        assertThat(found).isEmpty();
        assertThat(date(edition, context)).isEqualTo("Thu, 1 Jan 1970 00:00:00 +0000");
        assertThat(found).extracting(Diagnostic::code).containsExactly("email-date");
    }

    private static String date(Edition edition, RenderContext context) throws Exception {
        byte[] message = new EmailRenderer().template(edition, context).forRecipient(Recipient.STAND_IN);
        return Parsed.message(message).getHeader("Date")[0];
    }

    @Test
    void isTextFirstThenHtml() throws Exception {
        assertThat(Parsed.tree(Samples.message(Samples.english())))
                .containsExactly("multipart/alternative", "text/plain", "text/html");
    }

    @Test
    void picturesAreHostedUnlessClientsCannotShowThem() throws Exception {
        byte[] message =
                Samples.message(Samples.english().with(Samples.figure("a.jpg", "One"), Samples.figure("b.svg", "Two")));

        assertThat(Parsed.tree(message))
                .containsExactly("multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png");
        Document html = Jsoup.parse(Parsed.html(message));
        assertThat(html.select("img").eachAttr("src"))
                .satisfiesExactly(
                        src -> assertThat(src).isEqualTo("https://news.example/a.jpg"),
                        src -> assertThat(src).matches("cid:[0-9a-f]{32}@news\\.example"));
        assertThat(html.select("img").eachAttr("width")).containsExactly("552", "552");
        assertThat(html.select("img").eachAttr("height")).containsExactly("276", "276");
        assertThat(html.select("img").eachAttr("alt")).containsExactly("A picture", "A picture");
    }

    @Test
    void aPictureOfWhichNothingIsSaidIsAPictureAtLeast() throws Exception {
        Block.Figure mute = Samples.figure("a.jpg", "");
        Picture picture = Picture.of(mute.picture().source(), "", Samples.HERE);
        byte[] message = Samples.message(Samples.english()
                .with(new Block.Figure(picture, List.of(), List.of(), Optional.empty(), Samples.HERE))
                .with(new Block.Figure(
                        picture, List.of(), List.of(Samples.text("A boat")), Optional.empty(), Samples.HERE)));

        assertThat(Jsoup.parse(Parsed.html(message)).select("img").eachAttr("alt"))
                .as("the caption says it already, in full view")
                .containsExactly("Picture", "");
    }

    @Test
    void allPicturesTravelInsideOnRequest() throws Exception {
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.put("inline-images", "true");

        byte[] message =
                Samples.message(Samples.english().with(Samples.figure("a.jpg", "One")), options, new ArrayList<>());

        assertThat(Parsed.tree(message)).contains("image/jpeg");
        assertThat(Parsed.html(message)).doesNotContain("https://news.example/a.jpg");
    }

    @Test
    void htmlHasNoScriptsAndNothingThatLoads() throws Exception {
        Document html =
                Jsoup.parse(Parsed.html(Samples.message(Samples.english().with(Samples.figure("a.jpg", "One")))));

        assertThat(html.select("script, link, iframe, object, form, input")).isEmpty();
        assertThat(html.outerHtml()).doesNotContain("@import").doesNotContain("url(");
        assertThat(html.select("table").eachAttr("role")).containsOnly("presentation");
        assertThat(html.select("a[href]").eachAttr("href"))
                .contains(
                        "https://news.example/2025/05/letter/#garden",
                        "https://lists.news.example/u/OCTAVO-RECIPIENT",
                        "https://news.example/de/2025/05/letter/");
    }

    /// Many clients drop links inside a message: what is in the issue leads to its page, and notes are found by number.
    @Test
    void onlyMarksOfNotesLeadInsideTheMessage() throws Exception {
        Edition edition = Samples.edition(Samples.english()
                .with(new Block.Paragraph(
                        List.of(Samples.text("Beans"), new Inline.NoteReference("fn-beans", 1, 1, Samples.HERE)),
                        Samples.HERE)));
        Issue issue = edition.issues().getFirst();
        Issue noted = issue.withBody(
                issue.body(),
                List.of(new Footnote("fn-beans", 1, List.of(Samples.paragraph("Broad ones.")), Samples.HERE)));
        byte[] message = Samples.template(
                        Samples.edition(edition, noted, issue.address()), Samples.OPTIONS, new ArrayList<>())
                .forRecipient(Recipient.STAND_IN);
        Document page = Jsoup.parse(Parsed.html(message));

        assertThat(page.select("a[href^=#]").eachText()).containsExactly("1");
        assertThat(page.select("ol > li:has(#fn-beans)").text()).isEqualTo("Broad ones.");
        assertThat(page.select("a[href$=#kitchen]").eachAttr("href"))
                .containsExactly("https://news.example/2025/05/letter/#kitchen");
        assertThat(Parsed.text(message)).contains("Beans [Note 1]\n").contains("\n[Note 1] Broad ones.\n");
    }

    @Test
    void japaneseIsSentInTheSmallerEncoding() throws Exception {
        byte[] message = Samples.message(Samples.japanese());

        assertThat(Parsed.raw(message)).contains("Content-Transfer-Encoding: base64");
        assertThat(Parsed.html(message))
                .contains("港の便りをお届けします。")
                .contains("https://lists.news.example/u/OCTAVO-RECIPIENT");
        assertThat(Parsed.message(message).getSubject()).isEqualTo("五月の便り");
        assertThat(Parsed.unfolded(Parsed.message(message), "List-Id")).endsWith("<ja.letter.news.example>");
    }

    @Test
    void arabicRunsFromRightToLeft() throws Exception {
        Document html = Jsoup.parse(Parsed.html(Samples.message(Samples.arabic())));

        assertThat(html.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(html.select("[role=article]").attr("dir")).isEqualTo("rtl");
        assertThat(html.select("h1").parents().eachAttr("style")).anyMatch(style -> style.contains("text-align:right"));
    }

    @Test
    void theSameBytesInEveryTimeZone() {
        TimeZone before = TimeZone.getDefault();
        byte[] here = Samples.message(Samples.japanese());
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Samples.message(Samples.japanese())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aRecipientsMessageDiffersInNothingElse() throws Exception {
        for (Samples.Draft draft : List.of(Samples.english(), Samples.japanese())) {
            MessageTemplate template = Samples.template(draft, OPTIONS, new ArrayList<>());
            byte[] ana = template.forRecipient(new Recipient(Mailbox.parse("Aña <ana@example.org>"), "t0k-1"));

            MimeMessage message = Parsed.message(ana);
            assertThat(message.getHeader("To")).containsExactly("=?UTF-8?Q?A=C3=B1a?= <ana@example.org>");
            assertThat(message.getMessageID()).isNotEqualTo(template.messageId(Recipient.STAND_IN));
            assertThat(Parsed.html(ana)).contains("Aña").contains("https://lists.news.example/u/t0k-1");
            assertThat(Parsed.text(ana)).contains("Aña").contains("https://lists.news.example/u/t0k-1");
            assertThat(Parsed.raw(ana)).doesNotContain("OCTAVO");
            Parsed.assertSound(ana);
            assertThat(MessageTemplate.of(template.kept())
                            .forRecipient(new Recipient(Mailbox.parse("Aña <ana@example.org>"), "t0k-1")))
                    .as("kept until later")
                    .isEqualTo(ana);
            byte[] again = template.forRecipient(new Recipient(Mailbox.parse("Aña <ana@example.org>"), "t0k-1"));
            assertThat(again).isEqualTo(ana);
        }
    }

    @Test
    void withoutOptionsStandInsAreSaid() throws Exception {
        List<Diagnostic> diagnostics = new ArrayList<>();
        byte[] message = Samples.message(Samples.english(), Map.of(), diagnostics);

        assertThat(diagnostics)
                .extracting(Diagnostic::code)
                .containsExactly("email-list-id", "email-from", "email-unsubscribe");
        assertThat(Parsed.message(message).getHeader("From")).containsExactly("The Letter <newsletter@octavo.invalid>");
        Parsed.assertSound(message);
    }

    @Test
    void wrongOptionsAreNamed() {
        Map<String, String> wrong = Map.of(
                "from", "nobody",
                "list-id", "no dots",
                "unsubscribe", "http://lists.news.example/{token}",
                "unsubscribe-mailto", "x\r\nBcc: y@z.example",
                "inline-images", "perhaps",
                "help", "ftp://x");
        wrong.forEach((key, value) -> {
            Map<String, String> options = new HashMap<>(OPTIONS);
            options.put(key, value);
            assertThatThrownBy(() -> Samples.message(Samples.english(), options, new ArrayList<>()))
                    .isInstanceOf(OctavoException.class)
                    .hasMessageContaining("octavo.toml")
                    .hasMessageContaining(key);
        });
    }

    @Test
    void plainTextSaysWhatItIsAndHowToLeave() throws Exception {
        String text = Parsed.text(Samples.message(Samples.english()));

        assertThat(text).isEqualTo("""
                The Letter · 5 May 2025
                The letter of May

                View in browser: https://news.example/2025/05/letter/
                Unsubscribe: https://lists.news.example/u/OCTAVO-RECIPIENT

                What grew in May.

                Garden
                ------

                Roses — and “weeds”.


                Kitchen
                -------

                - Soup [1] is hot.

                [1] https://soup.example/a?b=1&c=2

                --\s
                You receive this because you subscribed to The Letter.
                Unsubscribe: https://lists.news.example/u/OCTAVO-RECIPIENT
                Also in Deutsch: https://news.example/de/2025/05/letter/
                Licence: CC-BY-4.0
                Letter Society
                """);
    }
}
