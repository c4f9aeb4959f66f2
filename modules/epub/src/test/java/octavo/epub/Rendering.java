package octavo.epub;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// A book as rendered, and what was said about its edition.
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record Rendering(byte[] bytes, List<Diagnostic> diagnostics) {
    static Rendering of(Edition edition) throws IOException {
        return of(edition, Map.of());
    }

    static Rendering of(Edition edition, Map<String, String> options) throws IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputSink sink = (String _, MediaType _) -> bytes;
        Theme theme = new Theme(new ThemeFiles(List.of()));
        RenderContext context = new RenderContext(theme, new Drawn(), diagnostics::add, options);
        new EpubRenderer().render(edition, context, sink);
        return new Rendering(bytes.toByteArray(), diagnostics);
    }

    /// The files of the book, in the order in which they stand in it.
    Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    String file(String name) throws IOException {
        String file = files().get("EPUB/" + name);
        if (file == null) {
            throw new AssertionError("the book has no " + name + ", only " + files().keySet());
        }
        return file;
    }

    /// What epubcheck has against the book, hints on its use included.
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        new EpubCheck(new ByteArrayInputStream(bytes), new Complaints(complaints), "book.epub").doValidate();
        return complaints;
    }

    /// Collects messages; epubcheck's own reports print them.
    private static final class Complaints extends MasterReport {
        private final List<String> complaints;

        Complaints(List<String> complaints) {
            this.complaints = complaints;
        }

        @Override
        public void message(Message message, EPUBLocation location, Object... arguments) {
            Severity severity = message.getSeverity();
            if (severity == Severity.FATAL
                    || severity == Severity.ERROR
                    || severity == Severity.WARNING
                    || severity == Severity.USAGE) {
                complaints.add(severity + " " + message.getID() + " " + location.getPath() + ":" + location.getLine()
                        + " " + message.getMessage(arguments));
            }
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {}

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {}
    }

    /// Pictures drawn on the spot: any file of the archive whose name does not say that it is missing.
    private static final class Drawn implements Pictures {
        @Override
        public Map<Picture.Source, PreparedPicture> prepare(Collection<Picture.Source> sources, PictureSpec spec) {
            Map<Picture.Source, PreparedPicture> prepared = new LinkedHashMap<>();
            sources.forEach(source -> prepared.put(source, prepare(source, spec)));
            return prepared;
        }

        private static PreparedPicture prepare(Picture.Source source, PictureSpec spec) {
            if (!(source instanceof Picture.Source.Local(var path, var _)) || path.contains("missing")) {
                return new PreparedPicture.Unavailable("not here");
            }
            boolean moving = path.endsWith(".gif");
            boolean kept = moving && spec.animation() == PictureSpec.Animation.KEEP;
            MediaType type = kept ? MediaType.GIF : MediaType.PNG;
            int width = Math.min(640, spec.maxWidth());
            int height = width * 5 / 8;
            byte[] bytes = draw(kept ? "gif" : "png", moving ? Color.BLUE : Color.ORANGE, width, height);
            return new PreparedPicture.Ready(type, bytes, width, height, 640, 400, kept, moving, hash(bytes));
        }

        private static byte[] draw(String format, Color colour, int width, int height) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(colour);
            graphics.fillRect(20, 20, 300, 200);
            graphics.dispose();
            // Grain, so that a larger picture has more bytes.
            Random grain = new Random(7);
            for (int i = 0; i < width * height / 40; i++) {
                image.setRGB(grain.nextInt(width), grain.nextInt(height), grain.nextInt(0x1000000));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = bytes) {
                ImageIO.write(image, format, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private static String hash(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
