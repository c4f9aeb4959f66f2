package octavo.epub;

import io.documentnode.epub4j.domain.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import octavo.model.Contributor;
import octavo.model.Direction;
import octavo.render.xhtml.Xml;

/// The package document: metadata, manifest, spine (EPUB 3.3, section 5).
final class PackageDocument {

    /// Reserved since EPUB 3.3; older reading systems want to be told.
    private static final String PREFIXES =
            "schema: http://schema.org/ a11y: http://www.idpf.org/epub/vocab/package/a11y/#";

    private final BookMetadata metadata;
    private final EpubBook book;
    private final Xml xml = new Xml();

    private PackageDocument(BookMetadata metadata, EpubBook book) {
        this.metadata = metadata;
        this.book = book;
    }

    static String write(BookMetadata metadata, EpubBook book) {
        return new PackageDocument(metadata, book).write();
    }

    private String write() {
        xml.open(
                "package",
                "xmlns",
                "http://www.idpf.org/2007/opf",
                "version",
                "3.0",
                "unique-identifier",
                "pub-id",
                "xml:lang",
                metadata.language().tag(),
                "dir",
                direction(),
                "prefix",
                PREFIXES);
        xml.open("metadata", "xmlns:dc", "http://purl.org/dc/elements/1.1/");
        description();
        people();
        series();
        accessibility();
        xml.close();
        manifest();
        spine();
        return xml.close().toString();
    }

    private void description() {
        xml.text("dc:identifier", metadata.identifier(), "id", "pub-id");
        xml.text("dc:title", metadata.title(), "id", "main-title", "dir", "auto");
        refine("main-title", "title-type", "main");
        xml.text("dc:language", metadata.language().tag());
        metadata.description().ifPresent(text -> xml.text("dc:description", text, "dir", "auto"));
        metadata.publisher().ifPresent(name -> xml.text("dc:publisher", name, "dir", "auto"));
        metadata.rights().ifPresent(rights -> xml.text("dc:rights", rights));
        metadata.source().ifPresent(address -> xml.text("dc:source", address));
        metadata.date().ifPresent(date -> xml.text("dc:date", date.toString()));
        metadata.subjects().forEach(subject -> xml.text("dc:subject", subject, "dir", "auto"));
        meta("dcterms:modified", metadata.modified().toString());
    }

    private void people() {
        metadata.responsible().ifPresent(name -> xml.text("dc:creator", name, "dir", "auto"));
        Map<String, List<Contributor.Role>> authors = new LinkedHashMap<>();
        metadata.authors().forEach(name -> authors.put(name, List.of(Contributor.Role.AUTHOR)));
        people("dc:creator", "author-", authors);
        people("dc:contributor", "contributor-", metadata.contributors());
    }

    private void people(String element, String prefix, Map<String, List<Contributor.Role>> people) {
        int number = 0;
        for (Map.Entry<String, List<Contributor.Role>> person : people.entrySet()) {
            String id = prefix + ++number;
            xml.text(element, person.getKey(), "id", id, "dir", "auto");
            person.getValue()
                    .forEach(role -> xml.text(
                            "meta",
                            role.relator(),
                            "refines",
                            "#" + id,
                            "property",
                            "role",
                            "scheme",
                            "marc:relators"));
        }
    }

    /// Once as EPUB 3 says it, once as calibre and the systems that follow it read it.
    private void series() {
        if (metadata.series().isBlank()) {
            return;
        }
        xml.text("meta", metadata.series(), "property", "belongs-to-collection", "id", "series", "dir", "auto");
        refine("series", "collection-type", "series");
        xml.empty("meta", "name", "calibre:series", "content", metadata.series());
        metadata.seriesPosition().ifPresent(position -> {
            refine("series", "group-position", Integer.toString(position));
            xml.empty("meta", "name", "calibre:series_index", "content", Integer.toString(position));
        });
    }

    private void accessibility() {
        Accessibility accessibility = metadata.accessibility();
        metas("schema:accessMode", accessibility.accessModes());
        metas("schema:accessModeSufficient", accessibility.sufficientModes());
        metas("schema:accessibilityFeature", accessibility.features());
        metas("schema:accessibilityHazard", accessibility.hazards());
        meta("schema:accessibilitySummary", accessibility.summary());
        metadata.printed().ifPresent(source -> meta("pageBreakSource", source));
        conformance();
        if (metadata.vertical()) {
            // Kindle looks for this, and not into style sheets.
            xml.empty("meta", "name", "primary-writing-mode", "content", "vertical-rl");
        }
        // EPUB 2's way to name the cover, which Kindle and older Kobo readers still follow.
        book.files().stream()
                .filter(file -> book.property(file.getHref()).stream().anyMatch("cover-image"::equals))
                .forEach(file -> xml.empty("meta", "name", "cover", "content", file.getId()));
    }

    /// The owner's claim, never ours (EPUB Accessibility 1.1, section 3.6).
    private void conformance() {
        metadata.conformance().ifPresent(claim -> {
            xml.text("meta", claim.standard(), "property", "dcterms:conformsTo", "id", "conformance");
            xml.text("meta", claim.by(), "refines", "#conformance", "property", "a11y:certifiedBy");
        });
    }

    private void manifest() {
        xml.open("manifest");
        for (Resource file : book.files()) {
            String type = file.getMediaType().getName();
            book.property(file.getHref())
                    .ifPresentOrElse(
                            property -> xml.empty(
                                    "item",
                                    "id",
                                    file.getId(),
                                    "href",
                                    file.getHref(),
                                    "media-type",
                                    type,
                                    "properties",
                                    property),
                            () -> xml.empty("item", "id", file.getId(), "href", file.getHref(), "media-type", type));
        }
        xml.close();
    }

    private void spine() {
        String ncx = book.files().stream()
                .filter(file -> file.getHref().equals(EpubRenderer.NCX))
                .findFirst()
                .orElseThrow()
                .getId();
        xml.open("spine", "toc", ncx, "page-progression-direction", progression());
        book.readingOrder().forEach(page -> xml.empty("itemref", "idref", page.getId()));
        xml.close();
    }

    /// Lines that run downwards follow each other from right to left, and so do the pages.
    private String progression() {
        return metadata.vertical() ? "rtl" : direction();
    }

    private String direction() {
        return metadata.language().direction() == Direction.RTL ? "rtl" : "ltr";
    }

    private void refine(String id, String property, String value) {
        xml.text("meta", value, "refines", "#" + id, "property", property);
    }

    private void metas(String property, List<String> values) {
        values.forEach(value -> meta(property, value));
    }

    private void meta(String property, String value) {
        xml.text("meta", value, "property", property);
    }
}
