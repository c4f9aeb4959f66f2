package octavo.epub;

import io.documentnode.epub4j.domain.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import octavo.render.xhtml.Xml;

/// The container (EPUB 3.3, section 4.2): the same content gives the same bytes.
final class EpubZip {
    /// The folder of all that is not the container's own.
    private static final String ROOT = "EPUB/";

    private static final String CONTAINER = new Xml()
            .open("container", "version", "1.0", "xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")
            .open("rootfiles")
            .empty("rootfile", "full-path", ROOT + "package.opf", "media-type", "application/oebps-package+xml")
            .close()
            .close()
            .toString();

    private final ZipOutputStream zip;
    private final LocalDateTime time;

    private EpubZip(ZipOutputStream zip, LocalDateTime time) {
        this.zip = zip;
        this.time = time;
        zip.setLevel(Deflater.BEST_COMPRESSION);
    }

    /// @param out closed by the caller
    static void write(BookMetadata metadata, EpubBook book, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        EpubZip epub = new EpubZip(zip, LocalDateTime.ofInstant(metadata.modified(), ZoneOffset.UTC));
        // First, stored and without an extra field, so that the bytes at 38 say what the file is (section 4.2.6).
        epub.put("mimetype", utf8("application/epub+zip"), true);
        epub.put("META-INF/container.xml", utf8(CONTAINER), false);
        epub.put(ROOT + "package.opf", utf8(PackageDocument.write(metadata, book)), false);
        for (Resource file : book.files()) {
            boolean compressed = file.getMediaType().getName().startsWith("image/");
            epub.put(ROOT + file.getHref(), file.getData(), compressed);
        }
        zip.finish();
    }

    private void put(String name, byte[] data, boolean stored) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The local form depends on no time zone and, before 2107, adds no extra field.
        entry.setTimeLocal(time);
        if (stored) {
            CRC32 crc = new CRC32();
            crc.update(data);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(data.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
