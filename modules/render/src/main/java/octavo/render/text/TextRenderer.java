package octavo.render.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Outline;
import octavo.model.PlainText;
import octavo.model.Publication;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.Renderer;
import octavo.render.theme.Messages;

/// The format `text`: each issue as a plain text of 72 columns in UTF-8.
public final class TextRenderer implements Renderer {
    /// Fewer sections need no list of them.
    private static final int WORTH_LISTING = 3;

    @Override
    public String format() {
        return "text";
    }

    @Override
    public Scope scope() {
        return Scope.ISSUE;
    }

    @Override
    public void render(Edition edition, RenderContext context, OutputSink sink) throws IOException {
        Messages messages = context.theme().messages(edition.language());
        Issue issue = edition.issues().getFirst();
        sink.write(
                edition.fileName(MediaType.TEXT.extension()),
                MediaType.TEXT,
                text(issue, edition.publication(), messages));
    }

    private static String text(Issue issue, Publication publication, Messages messages) {
        List<String> parts = new ArrayList<>();
        parts.add(head(issue, publication, messages));
        issue.summary().map(TextWriter::wrapped).filter(text -> !text.isEmpty()).ifPresent(parts::add);
        List<Outline.Entry> sections = issue.outline().entries();
        if (sections.size() >= WORTH_LISTING) {
            parts.add(contents(sections, messages));
        }
        parts.add(TextWriter.body(issue, TextWriter::webAddress, messages).stripTrailing());
        String foot = foot(issue, publication, messages);
        if (!foot.isEmpty()) {
            parts.add("-".repeat(TextWriter.WIDTH) + "\n" + foot);
        }
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts) + "\n";
    }

    private static String head(Issue issue, Publication publication, Messages messages) {
        List<String> lines = new ArrayList<>();
        String name = publication.title(issue.language());
        lines.add(TextWriter.wrapped(
                issue.date().map(day -> name + " · " + messages.date(day)).orElse(name)));
        lines.add("");
        lines.addAll(TextWriter.underlined(InlineText.visible(issue.title()), '='));
        issue.covers()
                .ifPresent(month -> lines.add(TextWriter.wrapped(messages.text("covers", messages.month(month)))));
        if (!issue.authors().isEmpty()) {
            lines.add(TextWriter.wrapped(messages.text("by", messages.list(issue.authors()))));
        }
        return String.join("\n", lines);
    }

    private static String contents(List<Outline.Entry> sections, Messages messages) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("in-this-issue") + ":");
        sections.forEach(section -> lines.addAll(TextWriter.hanging(
                "- ",
                "  ",
                LineBreaker.lines(
                        InlineText.visible(PlainText.of(section.heading().content())), TextWriter.WIDTH - 2))));
        return String.join("\n", lines);
    }

    private static String foot(Issue issue, Publication publication, Messages messages) {
        List<String> lines = new ArrayList<>();
        issue.address().ifPresent(address -> lines.add(messages.text("read-online") + ": " + address));
        for (Issue.Translation other : issue.translations()) {
            other.address()
                    .ifPresent(address -> lines.add(messages.text("other-languages") + " "
                            + other.language().nativeName() + ": " + address));
        }
        publication.licence().ifPresent(licence -> lines.add(messages.text("licence-is", licence)));
        publication.publisher().ifPresent(publisher -> lines.add(messages.text("published-by", publisher)));
        return String.join("\n", lines.stream().map(TextWriter::wrapped).toList());
    }
}
