package octavo.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.email.MessageComposer.InlinePicture;
import octavo.model.Issue;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.xhtml.Presentation;

/// Where links and pictures of an email lead. Links inside the issue go to its page on the web, for large
/// mail services drop links inside a message.
///
/// Pictures are shown from the web site, unless mail clients cannot show their kind (SVG, WebP), the site's
/// address is unknown, or the picture is somebody else's: those travel inside the message, scaled to twice
/// the width shown.
final class MailPresentation implements Presentation {
    /// The column's width without its padding, in CSS pixels.
    private static final int WIDEST = 552;

    /// As high as the masthead's line, and no wider than leaves room for the date.
    private static final int LOGO_HEIGHT = 32;

    private static final int LOGO_WIDTH = 240;

    private static final Set<MediaType> SHOWN_BY_CLIENTS = Set.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF);
    /// As the picture is: for its kind and its size only.
    private static final PictureSpec AS_IT_IS = new PictureSpec(
            Set.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF, MediaType.WEBP, MediaType.SVG),
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            1,
            false,
            PictureSpec.Animation.KEEP);
    private static final PictureSpec INSIDE = PictureSpec.within(2 * WIDEST, 4 * WIDEST);

    private final Issue issue;
    private final Pictures pictures;
    private final boolean allInside;
    private final String domain;
    private final Map<Picture.Source, Optional<Source>> sources = new HashMap<>();
    private final Map<String, InlinePicture> inside = new LinkedHashMap<>();

    /// Where an `img` gets a picture from, and the picture's own size.
    private record Source(String src, MediaType type, int width, int height) {}

    /// @param allInside whether every picture travels inside the message
    /// @param domain of the pictures' content ids
    MailPresentation(Issue issue, Pictures pictures, boolean allInside, String domain) {
        this.issue = issue;
        this.pictures = pictures;
        this.allInside = allInside;
        this.domain = domain;
    }

    /// The pictures inside the message that were shown so far, in the order of their first use.
    List<InlinePicture> inside() {
        return new ArrayList<>(inside.values());
    }

    @Override
    public Optional<String> href(Target target) {
        return switch (target) {
            case Target.Web web -> Optional.of(web.address());
            case Target.Internal internal -> Optional.of(page(internal.anchor()));
            case Target.Written _, Target.Dead _ -> Optional.empty();
        };
    }

    /// A place of the issue on its page, or in this message where it has no page.
    String page(String anchor) {
        String place = anchor.equals(issue.anchor()) ? "" : "#" + anchor;
        return issue.address().map(address -> address + place).orElse("#" + anchor);
    }

    @Override
    public Optional<Shown> picture(Picture picture) {
        return sources.computeIfAbsent(picture.source(), this::source).map(source -> fitted(picture, source));
    }

    /// The publication's logo, small enough for the masthead.
    Optional<Shown> logo(Picture picture) {
        return sources.computeIfAbsent(picture.source(), this::source).map(source -> {
            double scale = Math.min((double) LOGO_HEIGHT / source.height(), (double) LOGO_WIDTH / source.width());
            return new Shown(source.src(), Math.max(1, (int) Math.round(scale * source.width())), Math.max(1, (int)
                    Math.round(scale * source.height())));
        });
    }

    /// Whether a picture shown is a JPEG: it fills its whole area, while others may be white, or lack a ground.
    boolean isPhotograph(String src) {
        return sources.values().stream()
                .flatMap(Optional::stream)
                .anyMatch(source -> source.src().equals(src) && source.type().equals(MediaType.JPEG));
    }

    private static Shown fitted(Picture picture, Source source) {
        int width = Math.min(picture.width().orElse(source.width()), WIDEST);
        int height = Math.max(1, Math.round((float) width * source.height() / source.width()));
        return new Shown(source.src(), width, height);
    }

    private Optional<Source> source(Picture.Source source) {
        return switch (prepare(source, AS_IT_IS)) {
            case PreparedPicture.Ready found
            when !allInside && hosted(source) && SHOWN_BY_CLIENTS.contains(found.type()) ->
                Optional.of(new Source(source.address(), found.type(), found.naturalWidth(), found.naturalHeight()));
            case PreparedPicture.Ready _ -> insideSource(source);
            case PreparedPicture.Unavailable _ -> Optional.empty();
        };
    }

    private static boolean hosted(Picture.Source source) {
        return source instanceof Picture.Source.Local
                && WebAddress.ascii(source.address()).isPresent();
    }

    private Optional<Source> insideSource(Picture.Source source) {
        if (!(prepare(source, INSIDE) instanceof PreparedPicture.Ready ready)) {
            return Optional.empty();
        }
        String contentId = ready.hash().substring(0, 32) + "@" + domain;
        inside.putIfAbsent(contentId, new InlinePicture(contentId, ready.type(), ready.bytes()));
        return Optional.of(new Source("cid:" + contentId, ready.type(), ready.naturalWidth(), ready.naturalHeight()));
    }

    private PreparedPicture prepare(Picture.Source source, PictureSpec spec) {
        PreparedPicture prepared = pictures.prepare(List.of(source), spec).get(source);
        return prepared == null ? new PreparedPicture.Unavailable("not prepared") : prepared;
    }
}
