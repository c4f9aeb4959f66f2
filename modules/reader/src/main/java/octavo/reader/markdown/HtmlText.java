package octavo.reader.markdown;

/// What the reader understands of raw HTML, which is little.
final class HtmlText {
    private HtmlText() {}

    static boolean isBreak(String html) {
        return html.regionMatches(true, 0, "<br", 0, 3)
                && html.substring(3).replace("/", "").replace(">", "").isBlank();
    }

    static boolean isComment(String html) {
        return html.startsWith("<!--") && html.endsWith("-->");
    }

    /// True where Hugo's mark for the end of a summary stands in it.
    static boolean hasSummaryEnd(String html) {
        int start = html.indexOf("<!--");
        int end = start < 0 ? -1 : html.indexOf("-->", start + 4);
        return end >= 0 && html.substring(start + 4, end).strip().equals("more");
    }

    /// HTML without its comments; one that never ends is no comment.
    static String withoutComments(String html) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int start;
        while ((start = html.indexOf("<!--", from)) >= 0) {
            // To HTML, <!--> is a whole comment.
            int end = html.indexOf("-->", start + 2);
            if (end < 0) {
                break;
            }
            out.append(html, from, start);
            from = end + 3;
        }
        return out.append(html, from, html.length()).toString();
    }
}
