package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.Target;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/// Addresses in plain text become links, as in GitHub Flavored Markdown, section 6.9: `https://…`, `www.…` and
/// email addresses.
final class BareLinks {
    private static final LinkExtractor EXTRACTOR = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    private BareLinks() {}

    static List<Inline> link(List<Inline> inlines, Location location) {
        List<Inline> linked = new ArrayList<>(inlines.size());
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.Text(String text) -> addText(text, location, linked);
                case Inline.Link _ -> linked.add(inline);
                default -> linked.add(Finisher.withContent(inline, content -> link(content, location)));
            }
        }
        return linked;
    }

    private static void addText(String text, Location location, List<Inline> linked) {
        if (text.indexOf('@') < 0 && !text.contains("://") && !text.contains("www.")) {
            linked.add(new Inline.Text(text));
            return;
        }
        String plain = Signs.plain(text);
        int from = 0;
        for (Span span : EXTRACTOR.extractSpans(plain)) {
            if (!(span instanceof LinkSpan link) || !isLink(plain, link)) {
                continue;
            }
            if (link.getBeginIndex() > from) {
                linked.add(new Inline.Text(text.substring(from, link.getBeginIndex())));
            }
            String written = plain.substring(link.getBeginIndex(), link.getEndIndex());
            linked.add(new Inline.Link(
                    new Target.Written(prefix(link.getType()) + written),
                    Optional.empty(),
                    List.of(new Inline.Text(written)),
                    location));
            from = link.getEndIndex();
        }
        if (from < text.length()) {
            linked.add(new Inline.Text(text.substring(from)));
        }
    }

    private static String prefix(LinkType type) {
        return switch (type) {
            case URL -> "";
            case WWW -> "http://";
            case EMAIL -> "mailto:";
        };
    }

    private static boolean isLink(String text, LinkSpan link) {
        int begin = link.getBeginIndex();
        return switch (link.getType()) {
            case URL ->
                text.startsWith("https://", begin)
                        || text.startsWith("http://", begin)
                        || text.startsWith("ftp://", begin);
            case WWW -> true;
            // The address in xmpp:romeo@example.net is no email address, nor is @romeo@example.net.
            case EMAIL -> begin == 0 || ":/@".indexOf(text.charAt(begin - 1)) < 0;
        };
    }
}
