package octavo.render.picture;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads an SVG and keeps what draws: no scripts, no event handlers, no foreign vocabularies, nothing from outside, no
/// movement, no document type. `<a>` becomes `<g>`.
final class SvgCleaner {
    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /// Text of an SVG, uncompressed.
    private static final int MAX_BYTES = 20_000_000;

    private static final int MAX_DEPTH = 256;

    private static final Set<String> ACTIVE = Set.of(
            "script", "handler", "listener", "foreignObject", "iframe", "object", "embed", "audio", "video", "canvas");

    private static final Set<String> IDLE = Set.of(
            "metadata", "animate", "animateColor", "animateMotion", "animateTransform", "set", "discard", "cursor");

    /// Without these an element draws nothing, and Batik gives up on the whole picture.
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "rect", Set.of("width", "height"),
            "circle", Set.of("r"),
            "ellipse", Set.of("rx", "ry"),
            "path", Set.of("d"),
            "polygon", Set.of("points"),
            "polyline", Set.of("points"),
            "image", Set.of("width", "height", "xlink:href"),
            "use", Set.of("xlink:href"));

    private final XMLStreamReader in;
    private final StringBuilder out = new StringBuilder();
    private final List<String> open = new ArrayList<>();
    private final SvgWeight weight = new SvgWeight();
    private boolean scripts;
    private boolean outside;

    private SvgCleaner(XMLStreamReader in) {
        this.in = in;
    }

    static SvgDocument clean(byte[] bytes) throws PictureProblem {
        byte[] text = SvgText.plain(bytes, MAX_BYTES);
        if (text.length > MAX_BYTES) {
            throw new PictureProblem(
                    PictureProblem.TOO_LARGE, "an SVG of more than 20 MB is not taken in; simplify it");
        }
        try {
            XMLStreamReader reader = parsers().createXMLStreamReader(new ByteArrayInputStream(text));
            try {
                return new SvgCleaner(reader).run();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new PictureProblem(PictureProblem.BROKEN, "it is not well-formed XML: " + firstLine(e), e);
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it asks for " + systemId + ", and nothing outside is read");
        });
        return factory;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null ? "it ends early" : message.replaceAll("\\s+", " ");
    }

    private SvgDocument run() throws XMLStreamException, PictureProblem {
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            // a declaration, a document type, comments
        }
        if (!in.getLocalName().equals("svg") || !isSvg(in.getNamespaceURI())) {
            throw new PictureProblem(
                    PictureProblem.UNKNOWN,
                    "its content is XML, but its root is <" + in.getLocalName() + ">, not <svg>");
        }
        Map<String, String> root = attributes("svg");
        weight.open(root);
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    if (open.isEmpty()) {
                        weight.check();
                        return new SvgDocument(root, out.toString(), notes());
                    }
                    out.append("</").append(open.removeLast()).append('>');
                    weight.close();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> escape(out, in.getText(), false);
                default -> {
                    // comments, processing instructions and entities draw nothing
                }
            }
        }
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (scripts) {
            notes.add("The scripts of this SVG were taken out.");
        }
        if (outside) {
            notes.add("What this SVG would have loaded from outside was taken out; embed it to keep it.");
        }
        return notes;
    }

    private static boolean isSvg(String namespace) {
        return namespace == null || namespace.isEmpty() || namespace.equals(SVG);
    }

    private void start() throws XMLStreamException, PictureProblem {
        String name = in.getLocalName();
        if (ACTIVE.contains(name)) {
            scripts = true;
            skip();
            return;
        }
        if (!isSvg(in.getNamespaceURI()) || IDLE.contains(name)) {
            skip();
            return;
        }
        if (open.size() > MAX_DEPTH) {
            throw new PictureProblem(PictureProblem.TOO_LARGE, "its elements are nested too deeply");
        }
        Map<String, String> attributes = attributes(name);
        if (!attributes.keySet().containsAll(NEEDED.getOrDefault(name, Set.of()))) {
            skip();
            return;
        }
        if (name.equals("style")) {
            style();
            return;
        }
        String kept = name.equals("a") ? "g" : name;
        out.append('<').append(kept);
        attributes.forEach((key, value) -> attribute(out, key, value));
        out.append('>');
        open.add(kept);
        weight.open(attributes);
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void style() throws XMLStreamException {
        String type = in.getAttributeValue(null, "type");
        StringBuilder css = new StringBuilder();
        while (in.next() != XMLStreamConstants.END_ELEMENT) {
            if (in.isStartElement()) {
                skip();
            } else if (in.hasText() && in.getEventType() != XMLStreamConstants.COMMENT) {
                css.append(in.getText());
            }
        }
        if (type == null || type.isEmpty() || type.equals("text/css")) {
            out.append("<style>");
            escape(out, cleanStyle(css.toString()), false);
            out.append("</style>");
        }
    }

    private Map<String, String> attributes(String element) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            String name = in.getAttributeLocalName(i);
            String value = in.getAttributeValue(i);
            if (name.equals("href") && (isNone(namespace) || XLINK.equals(namespace))) {
                if (SvgStyle.isSafe(value.strip())) {
                    kept.put("xlink:href", value.strip()); // the old spelling is understood by old and new programs
                } else if (!element.equals("a")) {
                    outside = true;
                }
            } else if (isNone(namespace)) {
                if (SvgStyle.isHandler(name)) {
                    scripts = true;
                } else {
                    kept.put(name, cleanStyle(value));
                }
            } else if (XML.equals(namespace) && (name.equals("space") || name.equals("lang"))) {
                kept.put("xml:" + name, value);
            }
        }
        return kept;
    }

    private static boolean isNone(String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    private String cleanStyle(String css) {
        String clean = SvgStyle.clean(css);
        outside |= !clean.equals(css) && (css.contains("//") || css.contains("@import"));
        return clean;
    }

    static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(out, value, true);
        out.append('"');
    }

    private static void escape(StringBuilder out, String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t', '\r' -> {
                    if (attribute) {
                        out.append("&#").append((int) c).append(';');
                    } else {
                        out.append(c == '\r' ? "&#13;" : c);
                    }
                }
                default -> out.append(c);
            }
        }
    }
}
