package octavo.render.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;
import org.jspecify.annotations.Nullable;

/// The JDK's own readers and writers, taken from the registry: the class `ImageIO` would look through the
/// whole class path first.
final class Codecs {
    private static final Map<String, ImageReaderSpi> READERS;
    private static final Map<String, ImageWriterSpi> WRITERS;

    static {
        headless();
        IIORegistry registry = IIORegistry.getDefaultInstance();
        READERS = byFormat(registry.getServiceProviders(ImageReaderSpi.class, true));
        WRITERS = byFormat(registry.getServiceProviders(ImageWriterSpi.class, true));
    }

    private Codecs() {}

    /// To be called before anything of AWT: pictures need no screen.
    static void headless() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static <S extends ImageReaderWriterSpi> Map<String, S> byFormat(Iterator<S> providers) {
        Map<String, S> byFormat = new HashMap<>();
        providers.forEachRemaining(provider -> {
            boolean ofTheJdk = provider.getClass().getName().startsWith("com.sun.");
            if (ofTheJdk) {
                Arrays.stream(provider.getFormatNames()).forEach(name -> byFormat.put(name, provider));
            }
        });
        return byFormat;
    }

    /// @param format as ImageIO names it: `png`, `jpeg`, `gif`, `bmp`, `tiff`
    static ImageReaderSpi reader(String format) {
        return found(READERS.get(format), format);
    }

    static ImageReaderSpi webpReader() {
        return new WebPImageReaderSpi();
    }

    /// The JDK's JPEG reader gives up on four colours.
    static ImageReaderSpi cmykReader() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        JPEGImageReaderSpi known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (known != null) {
            return known;
        }
        JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
        registry.registerServiceProvider(provider); // it finds the JDK's reader, which it needs, when registered
        return provider;
    }

    private static <S> S found(@Nullable S provider, String format) {
        if (provider == null) {
            throw new IllegalStateException("this Java has no codec for " + format + "; use a complete JDK 25");
        }
        return provider;
    }

    static ImageWriterSpi jpegWriter() {
        return found(WRITERS.get("jpeg"), "jpeg");
    }
}
