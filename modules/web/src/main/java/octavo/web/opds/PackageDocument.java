package octavo.web.opds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import octavo.model.OctavoException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What an EPUB says about itself (EPUB 3.3, section 5): its metadata, and its cover.
///
/// @param cover the bytes of the cover's picture
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record PackageDocument(Element metadata, String identifierId, Optional<byte[]> cover) {
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String CONTAINERS = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static final String PACKAGES = "http://www.idpf.org/2007/opf";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

    /// Far more than any package document or cover has.
    private static final int LIMIT = 32 << 20;

    /// @throws OctavoException where the file is no EPUB
    static PackageDocument read(Path epub) throws IOException {
        try (ZipFile zip = new ZipFile(epub.toFile())) {
            Element root = first(parse(zip, CONTAINER).getDocumentElement(), CONTAINERS, "rootfile");
            String path = root.getAttribute("full-path");
            Element document = parse(zip, path).getDocumentElement();
            Optional<byte[]> cover = Optional.empty();
            for (Element item : elements(document, PACKAGES, "item")) {
                if (List.of(item.getAttribute("properties").split(" ", -1)).contains("cover-image")) {
                    String folder = path.substring(0, path.lastIndexOf('/') + 1);
                    cover = Optional.of(bytes(zip, folder + item.getAttribute("href")));
                }
            }
            Element metadata = first(document, PACKAGES, "metadata");
            return new PackageDocument(metadata, document.getAttribute("unique-identifier"), cover);
        } catch (SAXException | ParserConfigurationException e) {
            throw new OctavoException(epub.getFileName() + " is no EPUB that can be catalogued: " + e.getMessage(), e);
        }
    }

    private static Document parse(ZipFile zip, String name)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(zip, name)));
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException, SAXException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new SAXException("it has no file " + name);
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(LIMIT);
        }
    }

    private static Element first(Element parent, String namespace, String name) throws SAXException {
        return elements(parent, namespace, name).stream()
                .findFirst()
                .orElseThrow(() -> new SAXException("it has no element " + name));
    }

    private static List<Element> elements(Element parent, String namespace, String name) {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /// The book's unique identifier.
    Optional<String> identifier() {
        return dublinCore("identifier").stream()
                .filter(element -> element.getAttribute("id").equals(identifierId))
                .map(PackageDocument::text)
                .findFirst();
    }

    /// The elements of Dublin Core that have this name, in their order.
    List<Element> dublinCore(String name) {
        return elements(metadata, DUBLIN_CORE, name);
    }

    /// The texts of the elements of Dublin Core that have this name.
    List<String> texts(String name) {
        return dublinCore(name).stream()
                .map(PackageDocument::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The first element of `meta` with a property of the book itself.
    Optional<Element> property(String property) {
        return elements(metadata, PACKAGES, "meta").stream()
                .filter(meta -> meta.getAttribute("property").equals(property) && !meta.hasAttribute("refines"))
                .findFirst();
    }

    /// What a property says about an element.
    Optional<String> refinement(Element refined, String property) {
        String id = refined.getAttribute("id");
        return elements(metadata, PACKAGES, "meta").stream()
                .filter(meta -> !id.isEmpty()
                        && meta.getAttribute("refines").equals("#" + id)
                        && meta.getAttribute("property").equals(property))
                .map(PackageDocument::text)
                .findFirst();
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }
}
