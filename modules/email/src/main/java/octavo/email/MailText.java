package octavo.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.PlainText;
import octavo.render.theme.Messages;

/// The plain text of a message, as a person would write it: what it is, the issue, how to leave.
final class MailText {
    /// What separates a signature, or a newsletter's foot, from the text (RFC 3676, section 4.3).
    private static final String SIGNATURE = "-- \n";

    private MailText() {}

    /// @param unsubscribe address with the mark of the recipient's token
    /// @param greeting the mark of the greeting
    /// @param postal the publisher's address on paper
    /// @return with LF
    static String text(
            Edition edition, Messages messages, String unsubscribe, String greeting, Optional<String> postal) {
        Issue issue = edition.issues().getFirst();
        String publication = edition.publication().title(edition.language());
        StringBuilder body = new StringBuilder();
        issue.body().forEach(block -> {
            if (block instanceof octavo.model.Block.Paragraph paragraph) {
                body.append(PlainText.of(paragraph.content())).append("\n\n");
            }
        });
        List<String> top = new ArrayList<>();
        top.add(issue.date()
                .map(day -> publication + " · " + messages.date(day))
                .orElse(publication));
        issue.address().ifPresent(address -> top.add(messages.text("view-in-browser") + ": " + address));
        top.add(messages.text("unsubscribe") + ": " + unsubscribe);
        return String.join("\n", top) + "\n\n" + greeting + body + "\n" + SIGNATURE
                + foot(edition, messages, unsubscribe, postal) + "\n";
    }

    private static String foot(Edition edition, Messages messages, String unsubscribe, Optional<String> postal) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("why-you-get-this", edition.publication().title(edition.language())));
        lines.add(messages.text("unsubscribe") + ": " + unsubscribe);
        for (Issue.Translation other : edition.issues().getFirst().translations()) {
            other.address()
                    .ifPresent(address -> lines.add(messages.text("other-languages") + " "
                            + other.language().nativeName() + ": " + address));
        }
        edition.publication().licence().ifPresent(licence -> lines.add(messages.text("licence-is", licence)));
        edition.publication().publisher().ifPresent(lines::add);
        postal.ifPresent(lines::add);
        return String.join("\n", lines);
    }
}
