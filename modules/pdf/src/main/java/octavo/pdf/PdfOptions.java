package octavo.pdf;

import java.util.List;
import java.util.Locale;
import octavo.model.OctavoException;
import octavo.render.Format.Option;
import octavo.render.RenderContext;

/// What a user can choose in the table `[pdf]`.
///
/// @param page the sheet, moved away from the fold where it is bound
/// @param notes where the addresses behind links are listed
/// @param figures whether a list of figures stands before the index
/// @param booklet whether the pages are laid out on sheets to be folded as well
/// @param pageMap whether to write where in the text each page begins, for the ePub's page list
/// @param ppi how many pixels of a picture stand on an inch of paper, at most
/// @param qr whether an issue shows its address on the web as a QR code
record PdfOptions(PageSize page, Notes notes, boolean figures, boolean booklet, boolean pageMap, int ppi, boolean qr) {
    static final List<Option> KEYS = List.of(
            new Option("page-size", "the sheet: " + PageSize.names() + " (A4)"),
            new Option(
                    "binding", "how far the text moves away from the fold, in mm, for pages printed on both sides (0)"),
            new Option("notes", "where the addresses of links are listed: after each \"issue\" or \"section\" (issue)"),
            new Option("figures", "whether there is a list of figures (false)"),
            new Option("booklet", "whether to make sheets to fold as well, two pages a side (false)"),
            new Option("page-map", "whether to write which text is on which page, for the ePub's page list (false)"),
            new Option("ppi", "how many pixels of a picture an inch of paper holds at most, from 72 to 600 (300)"),
            new Option("qr", "whether an issue shows its address on the web as a QR code (true)"));

    private static final double WIDEST_BINDING = 15;
    private static final int COARSEST = 72;
    private static final int FINEST = 600;
    private static final double CSS_PPI = 96;

    /// Where the addresses behind links are listed.
    enum Notes {
        ISSUE,
        SECTION
    }

    /// @throws OctavoException where a value is none of those that its key can have
    static PdfOptions of(RenderContext context) {
        boolean booklet = flag(context, "booklet", false);
        PageSize page = context.option("page-size").map(PageSize::named).orElse(PageSize.A4);
        return new PdfOptions(
                (booklet ? page.folded() : page).bound(binding(context)),
                notes(context),
                flag(context, "figures", false),
                booklet,
                flag(context, "page-map", false),
                ppi(context),
                flag(context, "qr", true));
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

    /// A length in pixels of a picture as it is printed.
    int printPixels(int cssPixels) {
        return (int) Math.round(cssPixels * ppi / CSS_PPI);
    }

    private static int ppi(RenderContext context) {
        String value = context.option("ppi").orElse("300").strip();
        if (value.matches("[0-9]{2,3}") && Integer.parseInt(value) >= COARSEST && Integer.parseInt(value) <= FINEST) {
            return Integer.parseInt(value);
        }
        throw wrong("ppi", value, "a number from " + COARSEST + " to " + FINEST);
    }

    private static boolean flag(RenderContext context, String key, boolean usual) {
        String value = context.option(key).orElse(Boolean.toString(usual)).strip();
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
