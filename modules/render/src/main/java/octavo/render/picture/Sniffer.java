package octavo.render.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import octavo.render.MediaType;

/// Tells what bytes are by what they begin with. Names and extensions are not believed.
public final class Sniffer {
    static final MediaType BMP = new MediaType("image/bmp", "bmp");
    static final MediaType TIFF = new MediaType("image/tiff", "tif");

    /// How far the root element of an SVG may be from the start: licences stand in comments before it.
    private static final int SVG_WINDOW = 16_384;

    private Sniffer() {}

    /// The type of a picture that Octavo can show; empty for anything else. It says nothing about the rest
    /// of the bytes, which may still be damaged. A gzipped SVG counts as SVG.
    public static Optional<MediaType> type(byte[] bytes) {
        Bytes b = new Bytes(bytes);
        if (b.has(0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(MediaType.PNG);
        }
        if (b.has(0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(MediaType.JPEG);
        }
        if (b.has(0, "GIF87a") || b.has(0, "GIF89a")) {
            return Optional.of(MediaType.GIF);
        }
        if (b.has(0, "RIFF") && b.has(8, "WEBP")) {
            return Optional.of(MediaType.WEBP);
        }
        if (b.has(0, "BM") && b.i32le(14) >= 12 && b.i32le(14) <= 124) {
            return Optional.of(BMP);
        }
        if (b.has(0, "II*\0") || b.has(0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        return looksLikeSvg(bytes) ? Optional.of(MediaType.SVG) : Optional.empty();
    }

    /// A name for kinds that we recognise but cannot show; "no picture" for the rest.
    static String foreignKind(byte[] bytes) {
        Bytes b = new Bytes(bytes);
        if (bytes.length == 0) {
            return "empty";
        }
        if (b.has(4, "ftyp")) {
            String brand = b.latin1(8, 4).toLowerCase(Locale.ROOT);
            return brand.startsWith("avif") || brand.startsWith("avis") ? "an AVIF" : "an HEIC or a film";
        }
        if (b.has(0, "\u00FF\n") || b.has(4, "JXL ")) {
            return "a JPEG XL";
        }
        if (b.has(0, "%PDF")) {
            return "a PDF";
        }
        return "no picture";
    }

    private static boolean looksLikeSvg(byte[] bytes) {
        byte[] text = SvgText.isGzip(bytes) ? SvgText.gunzipStart(bytes, SVG_WINDOW) : bytes;
        String start = new String(text, 0, Math.min(text.length, SVG_WINDOW), charset(text));
        String trimmed = start.startsWith("\uFEFF") ? start.substring(1).strip() : start.strip();
        return trimmed.startsWith("<") && SvgText.rootName(trimmed).equals("svg");
    }

    private static java.nio.charset.Charset charset(byte[] text) {
        Bytes b = new Bytes(text);
        boolean wide = b.u16be(0) == 0xFEFF || b.u16be(0) == 0xFFFE;
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
