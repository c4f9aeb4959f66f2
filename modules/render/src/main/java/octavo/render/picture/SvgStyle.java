package octavo.render.picture;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What style sheets and references of an SVG may say: nothing that leads outside.
final class SvgStyle {
    /// A picture inside a picture has no more pixels than this.
    private static final long MAX_PIXELS = 16_000_000;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);
    private static final Pattern AT_RULE =
            Pattern.compile("@(import|namespace|charset)[^;{}]*;?", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL =
            Pattern.compile("url\\(\\s*(\"[^\"]*\"?|'[^']*'?|[^)]*)\\s*\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FETCHING = Pattern.compile(
            "(-moz-binding|behavior\\s*:|expression\\s*\\(|image-set\\s*\\(|cross-fade\\s*\\(|image\\s*\\(|src\\s*\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATA = Pattern.compile(
            "data:image/(png|jpeg|jpg|gif)\\s*;\\s*base64\\s*,(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private SvgStyle() {}

    /// A style sheet, a style attribute or any other attribute without what leads outside.
    static String clean(String css) {
        if (!css.contains("(") && !css.contains("@") && !css.contains("\\")) {
            return FETCHING.matcher(css).find() ? "" : css;
        }
        String plain = AT_RULE.matcher(COMMENT.matcher(css).replaceAll(" ")).replaceAll("");
        if (plain.contains("\\") || FETCHING.matcher(plain).find()) {
            return ""; // an escape can spell anything; nobody needs one in a drawing
        }
        return URL.matcher(plain).replaceAll(found -> {
            String target = unquoted(found.group(1));
            return isSafe(target) ? Matcher.quoteReplacement("url(" + quoted(target) + ")") : "none";
        });
    }

    private static String unquoted(String target) {
        String bare = target.strip();
        if (bare.startsWith("\"") || bare.startsWith("'")) {
            int end = bare.indexOf(bare.charAt(0), 1);
            bare = bare.substring(1, end < 0 ? bare.length() : end);
        }
        return bare.strip();
    }

    private static String quoted(String target) {
        return target.startsWith("#") ? target : "\"" + target + "\"";
    }

    /// Whether a reference stays inside: to an element of this document, or a small raster picture in the address.
    static boolean isSafe(String reference) {
        if (reference.startsWith("#")) {
            return reference.indexOf('"') < 0 && reference.indexOf('\'') < 0;
        }
        Matcher data = DATA.matcher(reference);
        return data.matches() && reference.indexOf('"') < 0 && isSmallPicture(data.group(2));
    }

    private static boolean isSmallPicture(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            Optional<PictureHeader> header = PictureHeader.find(bytes);
            return header.isPresent() && header.get().pixels() <= MAX_PIXELS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether an attribute runs a script.
    static boolean isHandler(String attribute) {
        return attribute.toLowerCase(Locale.ROOT).startsWith("on");
    }
}
