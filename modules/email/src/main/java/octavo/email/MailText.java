package octavo.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.Direction;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Outline;
import octavo.model.PlainText;
import octavo.render.text.TextWriter;
import octavo.render.theme.Messages;

/// The plain text of a message, as a person would write it: what it is, the issue, how to leave.
final class MailText {
    /// What separates the foot from the text, so that mail clients leave it out of answers (RFC 3676,
    /// section 4.3).
    private static final String SIGNATURE = "-- ";

    /// Fewer sections need no list of them.
    private static final int WORTH_LISTING = 3;

    private final Edition edition;
    private final Issue issue;
    private final Messages messages;
    private final MailPresentation presentation;

    MailText(Edition edition, Messages messages, MailPresentation presentation) {
        this.edition = edition;
        this.issue = edition.issues().getFirst();
        this.messages = messages;
        this.presentation = presentation;
    }

    /// @param unsubscribe address with the mark of the recipient's token
    /// @param greeting the mark of the greeting
    /// @param postal the publisher's address on paper
    /// @return with LF
    String text(String unsubscribe, String greeting, Optional<String> postal) {
        List<String> parts = new ArrayList<>();
        parts.add(issue.summary().map(TextWriter::wrapped).orElse(""));
        parts.add(contents());
        parts.add(TextWriter.body(issue, presentation::href, messages).stripTrailing());
        parts.add(SIGNATURE + "\n" + foot(unsubscribe, postal));
        parts.removeIf(String::isEmpty);
        // The greeting brings its own empty line, or is not there at all.
        return head(unsubscribe) + "\n\n" + greeting + String.join("\n\n", parts) + "\n";
    }

    private String head(String unsubscribe) {
        List<String> lines = new ArrayList<>();
        String publication = edition.publication().title(edition.language());
        lines.add(TextWriter.wrapped(issue.date()
                .map(day -> publication + " · " + messages.date(day))
                .orElse(publication)));
        lines.add(TextWriter.wrapped(issue.title()));
        lines.add("");
        issue.address().ifPresent(address -> lines.add(labelled(messages.text("view-in-browser"), address)));
        lines.add(labelled(messages.text("unsubscribe"), unsubscribe));
        return String.join("\n", lines);
    }

    /// An address in a line from right to left would be torn into pieces; there it has a line of its own.
    private String labelled(String label, String address) {
        boolean rightToLeft = edition.language().direction() == Direction.RTL;
        return label + ":" + (rightToLeft ? "\n" : " ") + address;
    }

    private String contents() {
        List<Outline.Entry> sections = issue.outline().entries();
        if (sections.size() < WORTH_LISTING) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("in-this-issue") + ":");
        sections.forEach(section -> lines.add(
                TextWriter.wrapped("- " + PlainText.of(section.heading().content()))));
        return String.join("\n", lines);
    }

    private String foot(String unsubscribe, Optional<String> postal) {
        List<String> lines = new ArrayList<>();
        lines.add(TextWriter.wrapped(
                messages.text("why-you-get-this", edition.publication().title(edition.language()))));
        lines.add(labelled(messages.text("unsubscribe"), unsubscribe));
        for (Issue.Translation other : issue.translations()) {
            other.address()
                    .ifPresent(address -> lines.add(labelled(
                            messages.text("other-languages") + " "
                                    + other.language().nativeName(),
                            address)));
        }
        edition.publication()
                .licence()
                .ifPresent(licence -> lines.add(TextWriter.wrapped(messages.text("licence-is", licence))));
        edition.publication().publisher().map(TextWriter::wrapped).ifPresent(lines::add);
        postal.map(TextWriter::wrapped).ifPresent(lines::add);
        return String.join("\n", lines);
    }
}
