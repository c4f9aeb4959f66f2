package octavo.pdf;

import static org.xhtmlrenderer.pdf.ITextRenderer.DEFAULT_DOTS_PER_PIXEL;
import static org.xhtmlrenderer.pdf.ITextRenderer.DEFAULT_DOTS_PER_POINT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Predicate;
import octavo.model.Edition;
import octavo.pdf.dom.Elements;
import octavo.pdf.emoji.EmojiSpans;
import octavo.pdf.script.Kerning;
import octavo.pdf.script.Shaper;
import octavo.pdf.script.Typesetter;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.PageMap;
import octavo.render.RenderContext;
import octavo.render.Renderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextReplacedElementFactory;
import org.xhtmlrenderer.render.BlockBox;

/// An edition as a PDF to print and to read: title page, contents, issues, and what recurs in all of them
/// at the end.
public final class PdfRenderer implements Renderer {
    private static final String BASE = "octavo:/";

    @Override
    public String format() {
        return "pdf";
    }

    @Override
    public Scope scope() {
        return Scope.EDITION;
    }

    @Override
    public List<Option> options() {
        return PdfOptions.KEYS;
    }

    @Override
    public void render(Edition edition, RenderContext context, OutputSink sink) throws IOException {
        PdfOptions options = PdfOptions.of(context);
        ITextRenderer engine = laidOut(edition, context, options);
        BlockBox root = engine.getRootBox();
        if (options.pageMap() && root != null) {
            sink.write(
                    PageMap.fileName(edition), PageMap.TYPE, PagePlaces.of(root).text());
        }
        if (!options.booklet()) {
            try (OutputStream out = sink.file(edition.fileName("pdf"), MediaType.PDF)) {
                write(engine, out);
            }
            return;
        }
        ByteArrayOutputStream pages = new ByteArrayOutputStream();
        engine.createPDF(pages);
        try (OutputStream out = sink.file(edition.fileName("pdf"), MediaType.PDF)) {
            pages.writeTo(out);
        }
        try (OutputStream out = sink.file(edition.fileName("booklet.pdf"), MediaType.PDF)) {
            Booklet.write(pages.toByteArray(), edition, out);
        }
    }

    private static void write(ITextRenderer engine, OutputStream out) throws IOException {
        WatchedOutput watched = new WatchedOutput(out);
        try {
            engine.createPDF(watched);
        } catch (RuntimeException e) {
            watched.check();
            throw e;
        }
    }

    /// The edition with each box on its page, not painted yet.
    static ITextRenderer laidOut(Edition edition, RenderContext context, PdfOptions options) {
        return laidOut(new Digest(edition, context, options), edition, context, options);
    }

    private static ITextRenderer laidOut(Digest digest, Edition edition, RenderContext context, PdfOptions options) {
        String xhtml = digest.xhtml();
        Document document = DigestDom.parse(xhtml);
        DigestDom.listFigures(document);
        DigestDom.addRunningSections(document);
        DigestDom.addBookmarks(document, edition);
        DigestDom.unlinkDead(document);
        DigestDom.labelLists(document);
        DigestDom.raiseLinkMarks(document);
        DigestDom.markPictureLinks(document);
        PictureRoom.fit(document, options.page());
        EmojiSpans.mark(document);

        Seams seams = new Seams();
        ITextRenderer engine = engine(digest.pictures(), document, seams, new StyleProblems(context.diagnostics()));
        engine.setListener(new PdfMetadata(edition, title(document), xhtml));
        engine.setDocument(document, BASE, new DigestHandler(seams));
        Predicate<Element> inline =
                element -> engine.getSharedContext().getStyle(element).isInline();
        new SoftHyphens(inline).apply(document);
        boolean ordered = RightToLeft.concerns(document);
        if (ordered) {
            new RightToLeft(inline).apply(document);
        }
        LayoutContext layout = engine.getSharedContext().newLayoutContextInstance(new ITextFontContext());
        MissingGlyphs missing = new MissingGlyphs(edition, context.diagnostics());
        findGlyphs(document, engine, layout, missing);
        seams.find(document, inline);
        engine.layout();
        if (digest.pictures().settle()) {
            return laidOut(digest, edition, context, options);
        }
        missing.report();
        BlockBox root = engine.getRootBox();
        if (root != null) {
            InlineIds.settle(root, engine.getSharedContext());
        }
        if (ordered && root != null) {
            VisualOrder.apply(root, layout);
        }
        return engine;
    }

    private static String title(Document document) {
        return Elements.named(document, "title").getFirst().getTextContent().strip();
    }

    private static ITextRenderer engine(
            PrintPictures pictures, Document document, Seams seams, StyleProblems problems) {
        Element body = Elements.named(document, "body").getFirst();
        PdfFonts fonts = new PdfFonts(problems);
        Shaper shaper = new Shaper(fonts::face);
        Kerning kerning = new Kerning(fonts::face);
        PdfTextRenderer measure = new PdfTextRenderer(shaper, kerning);
        Typesetter typesetter = new Typesetter(shaper, kerning, DEFAULT_DOTS_PER_POINT);
        PdfDevice device = new PdfDevice(DEFAULT_DOTS_PER_POINT, body, typesetter, measure);
        ITextRenderer engine = new ITextRenderer(
                DEFAULT_DOTS_PER_POINT,
                DEFAULT_DOTS_PER_PIXEL,
                device,
                new LockedUserAgent(device, DEFAULT_DOTS_PER_PIXEL, pictures, problems),
                fonts,
                new ITextReplacedElementFactory(device),
                measure);
        engine.getSharedContext().setLineBreakingStrategy(new PrintLineBreaks(seams));
        engine.setPDFVersion("1.7"); // the engine's own choice is 2.0, which PDF/A and PDF/UA of today refuse
        engine.setPDFProducer("Octavo");
        engine.setPDFCreator("Octavo");
        return engine;
    }

    private static void findGlyphs(
            Document document, ITextRenderer engine, LayoutContext layout, MissingGlyphs missing) {
        new GlyphFallback(
                        (PdfFonts) engine.getFontResolver(),
                        (Element element) ->
                                engine.getSharedContext().getStyle(element).getFont(layout),
                        missing::add)
                .apply(document.getDocumentElement());
    }
}
