package octavo.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.Direction;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Issue;
import octavo.model.Outline;
import octavo.model.Picture;
import octavo.model.PlainText;
import octavo.pdf.emoji.EmojiSpans;
import octavo.pdf.vector.QrDrawing;
import octavo.render.RenderContext;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;
import octavo.render.xhtml.IndexMarks;
import octavo.render.xhtml.Presentation;
import octavo.render.xhtml.XhtmlWriter;

/// An edition as the data of the template `pdf/digest.html`, and the document that comes of it.
final class Digest {
    private static final String TEMPLATE = "pdf/digest.html";
    private static final String STYLE = "pdf/digest.css";
    /// A contents list of fewer lines helps nobody.
    private static final int SHORTEST_CONTENTS = 3;
    private static final int SMALLEST_COVER = 400;
    /// In characters; about a line of the smallest sheet.
    private static final int LONGEST_RUNNING_HEAD = 70;

    /// How wide a QR code is, in millimetres.
    private static final double QR = 18;

    private static final double SMALL_QR = 15;

    private final Edition edition;
    private final RenderContext context;
    private final Messages messages;
    private final PdfOptions options;
    private final PageSize page;
    private final PrintPictures pictures;
    private final IndexMarks marks;
    private final List<Picture> wanted;
    private boolean emoji;

    Digest(Edition edition, RenderContext context, PdfOptions options) {
        this.edition = edition;
        this.context = context;
        this.messages = context.theme().messages(edition.language());
        this.options = options;
        this.marks = new IndexMarks(edition);
        this.page = options.page();
        this.wanted = look();
        this.pictures = PrintPictures.prepare(wanted, options, context.pictures());
    }

    PrintPictures pictures() {
        return pictures;
    }

    /// The whole document as XHTML.
    String xhtml() {
        boolean rightToLeft = edition.language().direction() == Direction.RTL;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lang", edition.language().tag());
        data.put("dir", rightToLeft ? "rtl" : "ltr");
        data.put("rtl", rightToLeft);
        data.put("compilation", edition.kind() == Edition.Kind.COMPILATION);
        data.put("title", edition.title());
        data.put("publication", edition.publication().title(edition.language()));
        data.put("description", edition.publication().description().orElse(""));
        data.put("publisher", published());
        data.put("licence", licence());
        data.put("period", messages.period(edition.period()));
        data.put("count", messages.text("issues-count", edition.issues().size()));
        data.put("page", pageData());
        data.put("style", context.theme().render(STYLE, edition.language(), data));
        edition.publication()
                .logo()
                .ifPresent(logo -> pictures.logo(logo).ifPresent(shown -> data.put("logo", image(logo, shown))));
        if (edition.kind() == Edition.Kind.COMPILATION) {
            cover().ifPresent(cover -> data.put("cover", cover));
        }
        data.put("issues", edition.issues().stream().map(this::issue).toList());
        PrintNotes notes = new PrintNotes("back-matter");
        data.put(
                "backMatter",
                edition.backMatter().stream()
                        .map(matter -> backMatter(matter, notes))
                        .toList());
        data.put("backNotes", notes.data());
        data.put("index", index());
        data.put("contents", contentsLength() >= SHORTEST_CONTENTS);
        data.put("figures", options.figures());
        data.put("home", edition.publication().home().orElse(""));
        data.put("emoji", emoji);
        data.put("faces", messages.text("set-in", faces()));
        return context.theme().render(TEMPLATE, edition.language(), data);
    }

    private String faces() {
        return messages.list(Stream.of("serif", "sans", "mono")
                .map(face -> context.theme().tokens().getOrDefault(face, ""))
                .filter(face -> !face.isEmpty())
                .distinct()
                .toList());
    }

    private String published() {
        return edition.publication()
                .publisher()
                .map(publisher -> messages.text("published-by", publisher))
                .orElse("");
    }

    private String licence() {
        return edition.publication()
                .licence()
                .map(licence -> messages.text("licence-is", licence))
                .orElse("");
    }

    private Map<String, Object> pageData() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("width", PageSize.number(page.width()));
        data.put("height", PageSize.number(page.height()));
        data.put("top", PageSize.number(page.top()));
        data.put("bottom", PageSize.number(page.bottom()));
        data.put("binding", PageSize.number(page.binding()));
        data.put("hang", PageSize.number(page.hang()));
        data.put("fore", PageSize.number(page.fore()));
        data.put("fold", PageSize.number(page.fold()));
        data.put("measure", PageSize.number(page.measure()));
        data.put("font", PageSize.number(page.fontSize()));
        data.put("small", isSmall());
        return data;
    }

    private Map<String, Object> issue(Issue issue) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("anchor", issue.anchor());
        data.put("title", issue.title());
        data.put("date", issue.date().map(messages::date).orElse(""));
        data.put("summary", issue.summary().orElse(""));
        data.put("authors", messages.list(issue.authors()));
        data.put(
                "address",
                issue.address().filter(address -> address.contains("://")).orElse(""));
        if (options.qr()) {
            issue.address().flatMap(QrDrawing::src).ifPresent(src -> data.put("qr", qr(src)));
        }
        data.put("running", runningHead(issue));
        data.put("sections", sections(issue.body()));
        data.put("parts", new IssueParts(options.notes(), this::presentation, messages).of(issue));
        return data;
    }

    private Map<String, Object> qr(String src) {
        int side = (int) Math.round((isSmall() ? SMALL_QR : QR) * PageSize.PIXELS_A_MILLIMETRE);
        return Map.of("src", src, "alt", messages.text("qr-code"), "width", side, "height", side);
    }

    private boolean isSmall() {
        return page.width() < PageSize.A4.width() * 0.8;
    }

    /// The line above each page of an issue: in a compilation the publication's name comes before the issue's,
    /// unless that begins with it.
    private String runningHead(Issue issue) {
        String publication = edition.publication().title(edition.language());
        boolean named = edition.kind() == Edition.Kind.SINGLE || issue.title().startsWith(publication);
        String whole = named ? issue.title() : publication + " · " + issue.title();
        if (whole.codePointCount(0, whole.length()) <= LONGEST_RUNNING_HEAD) {
            return whole;
        }
        return whole.substring(0, whole.offsetByCodePoints(0, LONGEST_RUNNING_HEAD))
                        .strip() + "…";
    }

    /// @param notes of all back matter, which is short and stands together
    private Map<String, Object> backMatter(Edition.BackMatter matter, PrintNotes notes) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("anchor", matter.heading().id());
        data.put("title", PlainText.of(matter.heading().content()));
        data.put("body", XhtmlWriter.blocks(matter.body(), presentation(notes), messages));
        data.put("footnotes", XhtmlWriter.footnotes(matter.footnotes(), presentation(notes), messages));
        return data;
    }

    private PrintPresentation presentation(PrintNotes notes) {
        return new PrintPresentation(pictures, notes, marks, messages);
    }

    /// The names that several issues talk about, each with the places of its first mention in an issue. As each issue
    /// begins on a page of its own, no page is named twice.
    private List<Map<String, Object>> index() {
        List<Map<String, Object>> entries = new ArrayList<>();
        String initial = "";
        for (IndexMarks.Entry entry : marks.entries()) {
            entries.add(Map.of(
                    "name", entry.name(),
                    "opens", !entry.initial().equals(initial),
                    "ids", entry.firsts().stream().map(IndexMarks.Mark::id).toList()));
            initial = entry.initial();
        }
        return entries;
    }

    private static List<Map<String, String>> sections(List<Block> body) {
        return Outline.of(body).entries().stream()
                .filter(entry -> !entry.heading().id().isEmpty())
                .map(entry -> Map.of(
                        "anchor", entry.heading().id(),
                        "title", PlainText.of(entry.heading().content())))
                .toList();
    }

    private int contentsLength() {
        int sections = edition.issues().stream()
                .mapToInt(issue -> sections(issue.body()).size())
                .sum();
        return sections
                + edition.backMatter().size()
                + (edition.kind() == Edition.Kind.COMPILATION ? edition.issues().size() : 0);
    }

    /// Writes everything once only to learn what is in it.
    private List<Picture> look() {
        PictureCollector collector = new PictureCollector();
        List<Picture> wanted = collector.pictures();
        edition.publication().logo().ifPresent(wanted::add);
        for (Issue issue : edition.issues()) {
            issue.cover().ifPresent(wanted::add);
            look(issue.body(), issue.footnotes(), collector);
        }
        edition.backMatter().forEach(matter -> look(matter.body(), matter.footnotes(), collector));
        return List.copyOf(wanted);
    }

    private void look(List<Block> body, List<Footnote> footnotes, PictureCollector collector) {
        emoji |= EmojiSpans.concern(XhtmlWriter.blocks(body, collector, messages));
        emoji |= EmojiSpans.concern(XhtmlWriter.footnotes(footnotes, collector, messages));
    }

    private static Map<String, Object> image(Picture picture, Presentation.Shown shown) {
        return Map.of("src", shown.src(), "alt", picture.alt(), "width", shown.width(), "height", shown.height());
    }

    /// The first picture that is neither an icon nor a strip.
    private Optional<Map<String, Object>> cover() {
        return wanted.stream()
                .filter(picture -> !edition.publication().logo().equals(Optional.of(picture)))
                .filter(picture ->
                        pictures.ready(picture).filter(Digest::fitForCover).isPresent())
                .findFirst()
                .flatMap(picture -> pictures.cover(picture).map(shown -> image(picture, shown)));
    }

    private static boolean fitForCover(PreparedPicture.Ready picture) {
        double ratio = picture.naturalWidth() / (double) Math.max(1, picture.naturalHeight());
        return picture.naturalWidth() >= SMALLEST_COVER && ratio > 0.6 && ratio < 3;
    }
}
