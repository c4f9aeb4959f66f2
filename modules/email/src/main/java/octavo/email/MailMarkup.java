package octavo.email;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Turns the XHTML that all outputs share into what mail clients understand.
final class MailMarkup {
    /// Narrower pictures keep their size on every screen.
    private static final int NARROW = 200;

    /// From so many columns on, a telephone has no room for the usual space between them.
    private static final int MANY_COLUMNS = 6;

    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)");

    private MailMarkup() {}

    /// Changes the content of a message before its style sheet is applied.
    ///
    /// @param hasPage whether links inside the issue lead to its page, so that nothing in here is a target
    /// @param picture what stands for a picture of which its author says nothing at all; many clients show none
    static void adapt(Document document, boolean hasPage, String picture) {
        document.select("figure").forEach(figure -> figure.tagName("div").addClass("figure"));
        document.select("figcaption").forEach(caption -> caption.tagName("div").addClass("caption"));
        document.select("aside").forEach(aside -> aside.tagName("div"));
        // The list numbers its notes; the way back is a link inside the message, which large mail services drop.
        document.select(".footnote-number").remove();
        document.select("table:not([role])").forEach(table -> table.addClass("data"));
        document.select("table.data:has(tr > :nth-child(" + MANY_COLUMNS + "))").addClass("dense");
        document.select("h2").forEach(MailMarkup::accent);
        document.select("img").forEach(MailMarkup::picture);
        document.select(".figure:not(:has(.caption)) img[alt=\"\"]").attr("alt", picture);
        if (hasPage) {
            document.select("h2[id], h3[id], h4[id], h5[id], h6[id]").forEach(heading -> heading.removeAttr("id"));
        }
    }

    /// Takes out the classes that no rule of a style element needs any more.
    static void dropUnusedClasses(Document document) {
        Set<String> used = new HashSet<>();
        for (Element style : document.select("style")) {
            Matcher matcher = CLASS.matcher(style.data());
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        for (Element element : document.select("[class]")) {
            Set<String> classes = element.classNames();
            classes.retainAll(used);
            if (classes.isEmpty()) {
                element.removeAttr("class");
            } else {
                element.classNames(classes);
            }
        }
    }

    /// The short rule above a section: a table, for Outlook draws a `div` over the whole width.
    private static void accent(Element heading) {
        heading.before("<table role=\"presentation\" class=\"accent\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\">"
                + "<tr><td>&nbsp;</td></tr></table>");
    }

    private static void picture(Element image) {
        String width = image.attr("width");
        boolean wide = !width.isEmpty() && Integer.parseInt(width) >= NARROW && image.closest(".figure") != null;
        image.addClass(wide ? "wide" : "small");
        if (wide) {
            image.attr("style", "max-width:" + width + "px");
        }
    }
}
