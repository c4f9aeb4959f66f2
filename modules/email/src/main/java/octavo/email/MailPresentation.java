package octavo.email;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.email.MailPictures.HostedPicture;
import octavo.email.MailPictures.InlinePicture;
import octavo.email.MailPictures.Placed;
import octavo.model.Issue;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.xhtml.Presentation;

/// Where links and pictures of an email lead. Links inside the issue go to its page on the web, for large
/// mail services drop links inside a message. It remembers the pictures that one message shows.
final class MailPresentation implements Presentation {
    private final Issue issue;
    private final MailPictures pictures;
    private final Map<String, InlinePicture> inside = new LinkedHashMap<>();
    private final Map<String, HostedPicture> hosted = new LinkedHashMap<>();

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
        return pictures.fitted(picture).map(fitted -> {
            switch (fitted.placed()) {
                case Placed.OnSite _ -> {}
                case Placed.Inline inline -> inside.putIfAbsent(inline.src(), inline.picture());
                case Placed.Hosted asset -> hosted.putIfAbsent(asset.src(), asset.picture());
            }
            return new Shown(fitted.placed().src(), fitted.width(), fitted.height());
        });
    }
}
