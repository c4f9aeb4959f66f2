package octavo.email;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import octavo.email.MailPictures.HostedPicture;
import octavo.email.dkim.DkimSettings;
import octavo.email.dkim.DkimSigner;
import octavo.model.Edition;
import octavo.model.OctavoException;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.Renderer;

/// An issue as a message to its list: plain text and HTML, ready to be looked at in any mail client. Built
/// without a recipient, it carries [Recipient#STAND_IN].
public final class EmailRenderer implements Renderer {
    /// Style sheets by their text: the same for all issues of a theme and a direction of writing, and slow
    /// to parse.
    private final Map<String, StyleSheet> sheets = new ConcurrentHashMap<>();

    @Override
    public String format() {
        return "email";
    }

    @Override
    public Scope scope() {
        return Scope.ISSUE;
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("from", "who the messages are from, such as News <news@example.org>"),
                new Option("reply-to", "where answers go; the sender where it is not given"),
                new Option("list-id", "the list's name with dots, such as news.example.org"),
                new Option("unsubscribe", "https address that unsubscribes by one click, with {token} in it"),
                new Option("unsubscribe-mailto", "mail address that unsubscribes, perhaps with {token} in it"),
                new Option("archive-url", "where older issues are; the web site where it is not given"),
                new Option("help", "where the list is explained, an address of the web or mailto:"),
                new Option("postal", "the publisher's postal address, for the foot of each message"),
                new Option("inline-images", "true sends pictures inside the message; false, as by default, by address"),
                new Option("assets", "folder for pictures made for mail, to be served by a web server; also --assets"),
                new Option("assets-url", "the web address of that folder, such as https://example.org/mail/"),
                new Option(DkimSettings.DOMAIN, "domain that signs; the sender's where it is not given"),
                new Option(DkimSettings.SELECTOR, "name of the key in DNS, such as octavo-2026"),
                new Option(DkimSettings.KEY, "file of the RSA key that signs, or the key itself; none: no signature"),
                new Option(DkimSettings.ED25519_SELECTOR, "name in DNS of a second key, an Ed25519 one"),
                new Option(DkimSettings.ED25519_KEY, "file of the Ed25519 key that signs beside, or the key itself"));
    }

    @Override
    public void render(Edition edition, RenderContext context, OutputSink sink) throws IOException {
        MessageTemplate template = template(edition, context);
        writeHosted(template, context, sink);
        byte[] unsigned = template.forRecipient(Recipient.STAND_IN);
        byte[] message =
                signer(template, context).map(signer -> signer.sign(unsigned)).orElse(unsigned);
        sink.write(edition.fileName(MediaType.EMAIL.extension()), MediaType.EMAIL, message);
    }

    /// Writes the pictures that a message points to and that have to be where it says before it is sent.
    ///
    /// @param sink whose assets they become
    public void writeHosted(MessageTemplate template, RenderContext context, OutputSink sink) throws IOException {
        for (HostedPicture picture : template.hosted()) {
            sink.asset(EmailSettings.assets(context), picture.name(), picture.type(), picture.bytes());
        }
    }

    /// Composes the message of an issue for its whole list, dated when it begins to be sent.
    ///
    /// @param edition of one issue
    /// @throws OctavoException where the options cannot be used or the edition is not of one issue
    public MessageTemplate template(Edition edition, RenderContext context, Instant start) {
        return template(edition, context, Optional.of(start));
    }

    /// The same for a message that is only built: it has the date of its issue.
    public MessageTemplate template(Edition edition, RenderContext context) {
        return template(edition, context, Optional.empty());
    }

    private MessageTemplate template(Edition edition, RenderContext context, Optional<Instant> start) {
        if (edition.issues().size() != 1) {
            throw new OctavoException(
                    "A message holds one issue, not " + edition.issues().size() + "; build other formats of a digest.");
        }
        return new IssueMessage(edition, context, start)
                .template(css -> sheets.computeIfAbsent(css, StyleSheet::parse));
    }

    /// What signs the messages of a template once they are filled in, where a key is configured; else the relay may.
    ///
    /// @throws OctavoException where the key cannot be used
    public Optional<DkimSigner> signer(MessageTemplate template, RenderContext context) {
        return DkimSettings.of(context.options(), template.domain(), context.root())
                .signer(template.domain(), context.diagnostics());
    }
}
