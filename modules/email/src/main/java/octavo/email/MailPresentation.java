package octavo.email;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.email.MailPictures.Fitted;
import octavo.email.MailPictures.HostedPicture;
import octavo.email.MailPictures.InlinePicture;
import octavo.email.MailPictures.Placed;
import octavo.model.Issue;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.MediaType;
import octavo.render.xhtml.Presentation;

/// Where links and pictures of an email lead. Links inside the issue go to its page on the web, for large
/// mail services drop links inside a message. It remembers the pictures that one message shows.
final class MailPresentation implements Presentation {
    /// As high as the masthead's line, and no wider than leaves room for the date.
    private static final int LOGO_HEIGHT = 32;

    private static final int LOGO_WIDTH = 240;

    private final Issue issue;
    private final MailPictures pictures;
    private final Map<String, InlinePicture> inside = new LinkedHashMap<>();
    private final Map<String, HostedPicture> hosted = new LinkedHashMap<>();

    private final Set<String> photographs = new HashSet<>();
    private final Map<String, String> stills = new HashMap<>();

    MailPresentation(Issue issue, MailPictures pictures) {
        this.issue = issue;
        this.pictures = pictures;
    }

    /// The pictures inside the message that were shown so far, in the order of their first use.
    List<InlinePicture> inside() {
        return List.copyOf(inside.values());
    }

    /// The pictures made for a web server that were shown so far, in the order of their first use.
    List<HostedPicture> hosted() {
        return List.copyOf(hosted.values());
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
        Optional<Fitted> fitted = pictures.fitted(picture);
        fitted.map(Fitted::placed)
                .filter(Placed::stilled)
                .ifPresent(still -> WebAddress.ascii(picture.source().address())
                        .ifPresent(moving -> stills.put(still.src(), moving)));
        return fitted.map(this::shown);
    }

    /// The publication's logo, small enough for the masthead.
    Optional<Shown> logo(Picture picture) {
        return pictures.within(picture, LOGO_WIDTH, LOGO_HEIGHT).map(this::shown);
    }

    /// Whether a picture shown is a JPEG: it fills its whole area, while others may be white, or lack a ground.
    boolean isPhotograph(String src) {
        return photographs.contains(src);
    }

    /// Where on the web a picture moves that stands still in the message.
    Optional<String> moving(String src) {
        return Optional.ofNullable(stills.get(src));
    }

    private Shown shown(Fitted fitted) {
        Placed placed = fitted.placed();
        if (placed.type().equals(MediaType.JPEG)) {
            photographs.add(placed.src());
        }
        switch (placed) {
            case Placed.OnSite _ -> {}
            case Placed.Inline inline -> inside.putIfAbsent(inline.src(), inline.picture());
            case Placed.Hosted asset -> hosted.putIfAbsent(asset.src(), asset.picture());
        }
        return new Shown(placed.src(), fitted.width(), fitted.height());
    }
}
