package octavo.epub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.PageMap;
import octavo.render.RenderContext;
import octavo.render.Renderer;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;

/// Renders an edition as one EPUB 3.3 book.
public final class EpubRenderer implements Renderer {
    static final String NCX = "toc.ncx";

    @Override
    public String format() {
        return "epub";
    }

    @Override
    public Scope scope() {
        return Scope.EDITION;
    }

    @Override
    public List<Option> options() {
        return EpubOptions.ALL;
    }

    @Override
    public void render(Edition edition, RenderContext context, OutputSink sink) throws IOException {
        EpubOptions options = EpubOptions.of(context);
        reportLinks(edition, context.diagnostics());
        PageMap pages = PageMaps.of(edition, options, context.diagnostics());
        sink.write(edition.fileName("epub"), MediaType.EPUB, fitted(edition, context, options, pages));
    }

    /// The book with its pictures as good as its size allows.
    private static byte[] fitted(Edition edition, RenderContext context, EpubOptions options, PageMap pages)
            throws IOException {
        PictureSpec spec = options.pictures();
        PictureSpec cover = options.coverPicture();
        byte[] book = book(edition, context, options, pages, spec, cover);
        if (options.maxSize().isEmpty() || book.length <= options.maxSize().getAsLong()) {
            return book;
        }
        long wanted = options.maxSize().getAsLong();
        int full = book.length;
        Optional<PictureSpec> lower = spec.lower();
        while (book.length > wanted && lower.isPresent()) {
            spec = lower.get();
            cover = cover.lower().orElse(cover);
            book = book(edition, context, options, pages, spec, cover);
            lower = spec.lower();
        }
        String done = edition.fileName("epub") + " would have " + megabytes(full) + "; with pictures of at most "
                + spec.maxWidth() + " pixels across and a similarity of " + spec.fidelity() + " it has "
                + megabytes(book.length);
        boolean fits = book.length <= wanted;
        context.diagnostics()
                .report(Diagnostic.warning(
                        Location.NONE,
                        "epub-size",
                        fits
                                ? done + "."
                                : done + ", and still more than " + megabytes(wanted)
                                        + ": its pictures cannot become smaller; choose fewer"
                                        + " issues, or a smaller picture for [epub] cover."));
        return book;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }

    private static byte[] book(
            Edition edition,
            RenderContext context,
            EpubOptions options,
            PageMap pages,
            PictureSpec spec,
            PictureSpec coverSpec)
            throws IOException {
        Messages messages = context.theme().messages(edition.language());
        EpubBook book = new EpubBook();
        BookPictures pictures = BookPictures.addTo(book, edition, context.pictures(), spec);
        Accessibility accessibility = new Accessibility(
                !pictures.isEmpty(),
                pictures.described(),
                pictures.moving(),
                !pages.entries().isEmpty(),
                messages.text("accessibility-summary"));
        BookMetadata metadata = BookMetadata.of(edition, accessibility, options, messages);
        CoverPicture cover = cover(edition, context, options.cover(), coverSpec, pictures);
        new BookMaker(book, metadata, edition, context.theme(), pictures, pages).make(cover);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EpubZip.write(metadata, book, bytes);
        return bytes.toByteArray();
    }

    private static CoverPicture cover(
            Edition edition,
            RenderContext context,
            Optional<Picture.Source> chosen,
            PictureSpec spec,
            BookPictures pictures)
            throws IOException {
        if (chosen.isPresent()) {
            Picture.Source source = chosen.get();
            PreparedPicture own =
                    context.pictures().prepare(List.of(source), spec).get(source);
            if (own instanceof PreparedPicture.Ready ready) {
                return CoverPicture.of(ready);
            }
            context.diagnostics()
                    .report(Diagnostic.warning(
                            Location.of("octavo.toml"),
                            "epub-cover",
                            "the picture " + source.address() + " cannot be the cover, so one was drawn; check the path"
                                    + " that [epub] cover names."));
        }
        List<PreparedPicture.Ready> issueCovers = issueCovers(edition, context, spec);
        return CoverDesign.of(edition, context.theme(), issueCovers, pictures.ready())
                .drawn(context.pictures());
    }

    private static List<PreparedPicture.Ready> issueCovers(Edition edition, RenderContext context, PictureSpec spec) {
        List<Picture.Source> sources = edition.issues().stream()
                .flatMap(issue -> issue.cover().stream())
                .map(Picture::source)
                .toList();
        if (sources.isEmpty()) {
            return List.of();
        }
        return context.pictures().prepare(sources, spec).values().stream()
                .filter(PreparedPicture.Ready.class::isInstance)
                .map(PreparedPicture.Ready.class::cast)
                .toList();
    }

    private static void reportLinks(Edition edition, Diagnostics diagnostics) {
        new Walk(
                        block -> {
                            if (block instanceof Block.Figure figure) {
                                figure.link().ifPresent(target -> reportLink(target, figure.location(), diagnostics));
                            }
                        },
                        inline -> {
                            if (inline instanceof Inline.Link link) {
                                reportLink(link.target(), link.location(), diagnostics);
                            }
                        })
                .edition(edition);
    }

    private static void reportLink(Target target, Location location, Diagnostics diagnostics) {
        if (target instanceof Target.Web(var address) && !LinkRules.isValid(address)) {
            diagnostics.report(Diagnostic.warning(
                    location,
                    "link-invalid",
                    "\"" + address + "\" is no address that a book can link to, so only the link's text stands in it;"
                            + " correct the address."));
        }
    }
}
