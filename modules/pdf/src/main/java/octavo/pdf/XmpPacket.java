package octavo.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import octavo.model.Edition;
import octavo.render.xhtml.Markup;

/// A file's metadata as XMP (ISO 16684-1), with what it claims to be: PDF/UA-1 (ISO 14289-1, clause 5) and PDF/A-2a
/// (ISO 19005-2, 6.6.4).
///
/// PDF/A knows no property of PDF/UA, so the packet describes that one (6.6.2.3).
final class XmpPacket {
    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            @PROPERTIES@<pdf:Producer>Octavo</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>""";

    private final StringBuilder properties = new StringBuilder();

    private XmpPacket() {}

    /// @param title as the document's `title` element has it
    /// @param modified the one date that the file carries
    static byte[] of(Edition edition, String title, Instant modified) {
        XmpPacket packet = new XmpPacket();
        packet.alternatives("dc:title", Optional.of(title));
        packet.list(
                "dc:creator", "Seq", edition.publication().publisher().stream().toList());
        packet.alternatives("dc:description", edition.publication().description());
        packet.alternatives("dc:rights", edition.publication().licence());
        packet.list("dc:language", "Bag", List.of(edition.language().tag()));
        packet.simple("xmp:CreateDate", modified.toString());
        packet.simple("xmp:ModifyDate", modified.toString());
        packet.simple("xmp:CreatorTool", "Octavo");
        return PACKET.replace("@PROPERTIES@", packet.properties).getBytes(StandardCharsets.UTF_8);
    }

    private void simple(String name, String value) {
        properties
                .append('<')
                .append(name)
                .append('>')
                .append(Markup.escape(value))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private void alternatives(String name, Optional<String> value) {
        value.ifPresent(text -> properties
                .append('<')
                .append(name)
                .append("><rdf:Alt><rdf:li xml:lang=\"x-default\">")
                .append(Markup.escape(text))
                .append("</rdf:li></rdf:Alt></")
                .append(name)
                .append(">\n"));
    }

    private void list(String name, String kind, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        properties.append('<').append(name).append("><rdf:").append(kind).append('>');
        values.forEach(value ->
                properties.append("<rdf:li>").append(Markup.escape(value)).append("</rdf:li>"));
        properties.append("</rdf:").append(kind).append("></").append(name).append(">\n");
    }
}
