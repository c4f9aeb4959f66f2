package octavo.render.golden;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// A renderer's surroundings in memory: every local picture is a small blue one, no other is there.
public final class Rendering implements OutputSink {
    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    public RenderContext context() {
        return new RenderContext(
                new Theme(new ThemeFiles(List.of())),
                (sources, _) -> {
                    Map<Picture.Source, PreparedPicture> ready = new LinkedHashMap<>();
                    sources.forEach(source -> ready.put(source, prepared(source)));
                    return ready;
                },
                diagnostic -> {
                    throw new AssertionError(diagnostic);
                },
                Map.of());
    }

    @Override
    public OutputStream file(String name, MediaType type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (files.put(name, out) != null) {
            throw new AssertionError(name + " is written twice");
        }
        return out;
    }

    public String onlyFile() {
        if (files.size() != 1) {
            throw new AssertionError("one file was to be written: " + files.keySet());
        }
        return new ArrayList<>(files.values()).getFirst().toString(StandardCharsets.UTF_8);
    }

    private static PreparedPicture prepared(Picture.Source source) {
        if (!(source instanceof Picture.Source.Local)) {
            return new PreparedPicture.Unavailable("not here");
        }
        BufferedImage image = new BufferedImage(640, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x2F5D7C));
        graphics.fillRect(0, 0, 640, 240);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PreparedPicture.Ready(
                MediaType.PNG, bytes.toByteArray(), 640, 240, 640, 240, false, false, "0".repeat(64));
    }
}
