package octavo.email;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.render.RenderContext;
import octavo.render.theme.Messages;

/// One issue on its way to being a message: its header fields, and its texts brought together.
final class IssueMessage {
    /// Octets of an HTML part of which the editors should know.
    private static final int LARGE = 90_000;

    /// Gmail cuts the HTML of a message at about 102,400 octets; this leaves room for what servers on the way add.
    private static final int LARGEST = 100_000;

    /// Characters of the issue's name in Feedback-ID; the name may be longer than a line of a header field.
    private static final int LONGEST_CAMPAIGN = 100;

    /// Octets for a recipient's name and token in a message that is cut already.
    private static final int FOR_RECIPIENT = 1_000;

    /// RFC 5322, section 3.3.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Optional<Instant> start;
    private final Edition edition;
    private final Issue issue;
    private final Language language;
    private final RenderContext context;
    private final Messages messages;
    private final EmailSettings settings;
    private final String listId;

    /// @param start when the message begins to be sent; empty for one that is only built
    IssueMessage(Edition edition, RenderContext context, Optional<Instant> start) {
        this.start = start;
        this.edition = edition;
        this.issue = edition.issues().getFirst();
        this.language = edition.language();
        this.context = context;
        this.messages = context.theme().messages(language);
        this.settings = EmailSettings.of(context, edition.publication(), language);
        this.listId = settings.listId(language, edition.publication().mainLanguage());
    }

    /// @param sheets turns a style sheet's text into a sheet
    MessageTemplate template(Function<String, StyleSheet> sheets) {
        Slot.Marks marks = Slot.Marks.of(
                listId, issue.id().value(), issue.title(), issue.body().toString());
        String unsubscribe = settings.unsubscribe().replace(EmailSettings.TOKEN, marks.of(Slot.TOKEN));
        MailPictures pictures = new MailPictures(
                context.pictures(), settings.hosting(), settings.from().domain(), context.diagnostics());
        Html html = fitted(excerpt -> html(excerpt, pictures, unsubscribe, marks, sheets));
        // No mail service cuts plain text, and who reads it would rather scroll than go to a browser: it stays whole.
        String text = new MailText(edition, messages, html.presentation())
                .text(unsubscribe, marks.of(Slot.GREETING_TEXT), settings.postal());
        return MessageComposer.compose(
                fields(marks, unsubscribe),
                EncodedText.of(text, marks),
                html.encoded(),
                html.presentation().inside(),
                html.presentation().hosted(),
                language,
                marks,
                new MessageTemplate.Identity(
                        listId + " " + issue.id() + " " + language,
                        settings.from().domain(),
                        messages.text("greeting", MessageTemplate.NAME)));
    }

    /// An HTML part, and the pictures that it shows.
    private record Html(EncodedText encoded, MailPresentation presentation) {}

    private Html html(
            Excerpt excerpt,
            MailPictures pictures,
            String unsubscribe,
            Slot.Marks marks,
            Function<String, StyleSheet> sheets) {
        MailPresentation presentation = new MailPresentation(issue, pictures);
        String html = new MailPage(edition, context.theme(), presentation)
                .html(excerpt, unsubscribe, marks.of(Slot.GREETING_HTML), settings.postal(), sheets);
        return new Html(EncodedText.of(html, marks), presentation);
    }

    /// The HTML of all of the issue, or of as much as mail services show.
    private Html fitted(Function<Excerpt, Html> maker) {
        Html whole = maker.apply(Excerpt.all(issue));
        int size = whole.encoded().size();
        if (size <= LARGE) {
            return whole;
        }
        SizeReport report = new SizeReport(issue, size, context.diagnostics());
        boolean onWeb = issue.address().flatMap(WebAddress::ascii).isPresent();
        if (size <= LARGEST || !onWeb) {
            report.large(onWeb);
            return whole;
        }
        Optional<Excerpt> excerpt = LongestExcerpt.of(
                issue,
                LARGEST - FOR_RECIPIENT,
                part -> maker.apply(part).encoded().size());
        excerpt.flatMap(Excerpt::rest).ifPresentOrElse(report::cut, report::hopeless);
        return excerpt.map(maker).orElse(whole);
    }

    private HeaderFields fields(Slot.Marks marks, String unsubscribe) {
        HeaderFields fields = new HeaderFields()
                .addMailbox("From", settings.from())
                .add("To", marks.of(Slot.TO))
                .addText("Subject", issue.title())
                .add("Date", DATE.format(start.orElseGet(this::date)))
                .add("Message-ID", marks.of(Slot.MESSAGE_ID));
        settings.replyTo().ifPresent(replyTo -> fields.addMailbox("Reply-To", replyTo));
        fields.addNamed("List-Id", edition.publication().title(language), listId)
                .add("List-Unsubscribe", "<" + unsubscribe + ">" + mailto(marks))
                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .add("List-Post", "NO");
        settings.archive().ifPresent(archive -> fields.add("List-Archive", "<" + archive + ">"));
        settings.help().ifPresent(help -> fields.add("List-Help", "<" + help + ">"));
        issue.address().flatMap(WebAddress::ascii).ifPresent(page -> fields.add("Archived-At", "<" + page + ">"));
        fields.add("Content-Language", language.tag()).add("Precedence", "bulk").add("Feedback-ID", feedbackId());
        return fields;
    }

    private String mailto(Slot.Marks marks) {
        return settings.unsubscribeMailto()
                .map(address -> ", <mailto:" + address.replace(EmailSettings.TOKEN, marks.of(Slot.TOKEN))
                        + "?subject=unsubscribe>")
                .orElse("");
    }

    /// Noon of the day of publication: a message that is only built has no time of its own, and must not differ from
    /// run to run. An issue without a date has the time of the edition.
    private Instant date() {
        return issue.date()
                .map(day -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC))
                .or(edition::modified)
                .orElseGet(() -> {
                    context.diagnostics()
                            .report(Diagnostic.warning(
                                    issue.origin(),
                                    "email-date",
                                    "this issue has no date, so as email it is one of 1970, which filters take for spam;"
                                            + " give it a date"));
                    return Instant.EPOCH;
                });
    }

    /// Gmail sums up complaints by the last of these, a sender's identifier of 5 to 15 characters, and by the others.
    private String feedbackId() {
        String slug = issue.id().slug().replaceAll("[^A-Za-z0-9_-]", "-");
        String campaign = slug.substring(0, Math.min(slug.length(), LONGEST_CAMPAIGN));
        String list = settings.listId();
        String sender = list.length() >= 5 && list.length() <= 15 ? list : Hashes.hex(12, list);
        return campaign + ":" + language.key() + ":newsletter:" + sender;
    }
}
