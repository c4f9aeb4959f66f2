package octavo.render.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// The outside of an SVG file: compression, and what stands before its root element.
final class SvgText {
    private SvgText() {}

    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    }

    /// The first bytes of what is compressed; nothing where it cannot be read.
    static byte[] gunzipStart(byte[] bytes, int limit) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /// The text itself, uncompressed.
    static byte[] plain(byte[] bytes, int limit) throws PictureProblem {
        if (!isGzip(bytes)) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] text = in.readNBytes(limit + 1);
            if (text.length > limit) {
                throw new PictureProblem(
                        PictureProblem.TOO_LARGE, "the SVG unpacks to more than " + limit / 1_000_000 + " MB");
            }
            return text;
        } catch (IOException e) {
            throw new PictureProblem(PictureProblem.BROKEN, "the gzipped SVG is damaged: " + e.getMessage(), e);
        }
    }

    /// The local name of the first element, past declarations, comments and a document type; empty if there
    /// is none.
    static String rootName(String text) {
        int at = 0;
        while (true) {
            at = text.indexOf('<', at);
            if (at < 0 || at + 1 >= text.length()) {
                return "";
            }
            if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at);
            } else if (text.startsWith("<?", at)) {
                at = after(text, "?>", at);
            } else if (text.startsWith("<!", at)) {
                at = afterDoctype(text, at);
            } else {
                return elementName(text, at + 1);
            }
            if (at < 0) {
                return "";
            }
        }
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    private static int afterDoctype(String text, int from) {
        int bracket = text.indexOf('[', from);
        int end = text.indexOf('>', from);
        return bracket >= 0 && bracket < end ? after(text, "]", bracket) : end;
    }

    private static String elementName(String text, int start) {
        int end = start;
        while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(start, end);
        return name.substring(name.indexOf(':') + 1);
    }
}
