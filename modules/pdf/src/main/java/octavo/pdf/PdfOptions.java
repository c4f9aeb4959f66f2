package octavo.pdf;

import java.util.List;
import java.util.Locale;
import octavo.model.OctavoException;
import octavo.render.RenderContext;
import octavo.render.Renderer.Option;

/// What a user can choose in the table `[pdf]`.
///
/// @param page the sheet, moved away from the fold where it is bound
/// @param notes where the addresses behind links are listed
/// @param figures whether a list of figures stands before the index
/// @param booklet whether the pages are laid out on sheets to be folded as well
record PdfOptions(PageSize page, Notes notes, boolean figures, boolean booklet) {
    static final List<Option> KEYS = List.of(
            new Option("page-size", "the sheet: " + PageSize.names() + " (A4)"),
            new Option(
                    "binding", "how far the text moves away from the fold, in mm, for pages printed on both sides (0)"),
            new Option("notes", "where the addresses of links are listed: after each \"issue\" or \"section\" (issue)"),
            new Option("figures", "whether there is a list of figures (false)"),
            new Option("booklet", "whether to make sheets to fold as well, two pages a side (false)"));

    private static final double WIDEST_BINDING = 15;

    /// Where the addresses behind links are listed.
    enum Notes {
        ISSUE,
        SECTION
    }

    /// @throws OctavoException where a value is none of those that its key can have
    static PdfOptions of(RenderContext context) {
        boolean booklet = flag(context, "booklet");
        PageSize page = context.option("page-size").map(PageSize::named).orElse(PageSize.A4);
        return new PdfOptions(
                (booklet ? page.folded() : page).bound(binding(context)),
                notes(context),
                flag(context, "figures"),
                booklet);
    }

    private static Notes notes(RenderContext context) {
        String value = context.option("notes").orElse("issue");
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "issue" -> Notes.ISSUE;
            case "section" -> Notes.SECTION;
            default -> throw wrong("notes", value, "\"issue\" or \"section\"");
        };
    }

    private static double binding(RenderContext context) {
        String value = context.option("binding").orElse("0").strip();
        if (value.matches("[0-9]{1,2}(\\.[0-9]{1,2})?") && Double.parseDouble(value) <= WIDEST_BINDING) {
            return Double.parseDouble(value);
        }
        throw wrong("binding", value, "a number of millimetres from 0 to " + (int) WIDEST_BINDING);
    }

    private static boolean flag(RenderContext context, String key) {
        String value = context.option(key).orElse("false").strip();
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, value, "true or false");
        };
    }

    private static OctavoException wrong(String key, String value, String possible) {
        return new OctavoException("[pdf] " + key + " is \"" + value + "\"; it can be " + possible + ".");
    }
}
