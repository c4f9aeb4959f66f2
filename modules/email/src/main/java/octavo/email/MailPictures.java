package octavo.email;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.PictureSpec.Animation;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.picture.PreparedPicture.Ready;

/// Makes the pictures of an issue ready for mail, each once: twice as wide as they are shown, of a kind that all mail
/// clients know, and no heavier than a telephone loads gladly.
final class MailPictures {
    /// The column's width without its padding, in CSS pixels.
    static final int WIDEST = 552;

    /// Screens have up to so many dots for a CSS pixel that more would not be seen.
    private static final int DENSITY = 2;

    /// How much higher than wide a picture may be.
    private static final int TALLEST = 8 * DENSITY * WIDEST;

    /// A picture with more octets is lowered in quality and size as long as that helps.
    private static final int HEAVY = 400_000;

    /// A moving picture with more octets stands still.
    private static final int HEAVY_ANIMATION = 1_000_000;

    /// From so many octets on, a picture of the web site is not what should be loaded from a message.
    private static final int HEAVY_SITE_PICTURE = 1_000_000;

    private static final Set<MediaType> SHOWN_BY_CLIENTS = Set.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF);

    /// As the picture is: for its kind and its size only.
    private static final PictureSpec AS_IT_IS = new PictureSpec(
            Set.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF, MediaType.WEBP, MediaType.SVG),
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            1,
            false,
            Animation.KEEP);

    /// A picture in its place.
    sealed interface Placed {
        String src();

        MediaType type();

        /// Whether it moves on the web, and stands still here.
        default boolean stilled() {
            return false;
        }

        /// Where the web site serves it.
        record OnSite(String src, MediaType type) implements Placed {}

        record Inline(String src, InlinePicture picture, boolean stilled) implements Placed {
            @Override
            public MediaType type() {
                return picture.type();
            }
        }

        record Hosted(String src, HostedPicture picture, boolean stilled) implements Placed {
            @Override
            public MediaType type() {
                return picture.type();
            }
        }
    }

    /// A picture that travels inside the message.
    ///
    /// @param contentId without angle brackets
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed after it was made
    record InlinePicture(String contentId, MediaType type, byte[] bytes) {}

    /// A picture that the message points to, to be put where a web server finds it.
    ///
    /// @param name of its file, which changes when its content does
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed after it was made
    record HostedPicture(String name, MediaType type, byte[] bytes) {}

    /// A picture as a message shows it.
    ///
    /// @param width in CSS pixels
    /// @param height in CSS pixels
    record Fitted(Placed placed, int width, int height) {}

    private record Key(Picture.Source source, int width) {}

    private final Pictures pictures;
    private final PictureHosting hosting;
    private final String domain;
    private final Diagnostics diagnostics;
    private final Map<Picture.Source, PreparedPicture> originals = new HashMap<>();
    private final Map<Key, Optional<Placed>> placed = new HashMap<>();

    /// @param domain of the content ids of pictures inside the message
    MailPictures(Pictures pictures, PictureHosting hosting, String domain, Diagnostics diagnostics) {
        this.pictures = pictures;
        this.hosting = hosting;
        this.domain = domain;
        this.diagnostics = diagnostics;
    }

    /// A picture at the size that its author wants, or its own, within the column.
    ///
    /// @return empty for a picture that is not there; it has been reported
    Optional<Fitted> fitted(Picture picture) {
        return original(picture).flatMap(original -> fitted(picture, original, shownWidth(picture, original)));
    }

    /// A picture as large as fits into a box.
    Optional<Fitted> within(Picture picture, int width, int height) {
        return original(picture).flatMap(original -> {
            double scale =
                    Math.min((double) width / original.naturalWidth(), (double) height / original.naturalHeight());
            return fitted(picture, original, Math.max(1, (int) Math.round(scale * original.naturalWidth())));
        });
    }

    private Optional<Ready> original(Picture picture) {
        return originals.computeIfAbsent(picture.source(), source -> prepare(source, AS_IT_IS)) instanceof Ready ready
                ? Optional.of(ready)
                : Optional.empty();
    }

    private Optional<Fitted> fitted(Picture picture, Ready original, int width) {
        int height = Math.max(1, Math.round((float) width * original.naturalHeight() / original.naturalWidth()));
        return placed.computeIfAbsent(new Key(picture.source(), width), _ -> place(picture, original, width))
                .map(place -> new Fitted(place, width, height));
    }

    private static int shownWidth(Picture picture, Ready original) {
        float ratio = (float) original.naturalWidth() / Math.max(1, original.naturalHeight());
        int wanted = picture.width()
                .orElseGet(() -> picture.height().isPresent()
                        ? Math.round(picture.height().getAsInt() * ratio)
                        : original.naturalWidth());
        return Math.clamp(wanted, 1, WIDEST);
    }

    private Optional<Placed> place(Picture picture, Ready original, int width) {
        return switch (hosting) {
            case PictureHosting.Inside _ -> inside(picture, width);
            case PictureHosting.Assets assets -> hosted(picture, width, assets.address());
            case PictureHosting.Site _
            when isOnSite(picture.source()) && SHOWN_BY_CLIENTS.contains(original.type()) -> {
                warnOfHeavy(picture, original);
                yield Optional.of(new Placed.OnSite(picture.source().address(), original.type()));
            }
            case PictureHosting.Site _ -> inside(picture, width);
        };
    }

    private static boolean isOnSite(Picture.Source source) {
        return source instanceof Picture.Source.Local
                && WebAddress.ascii(source.address()).isPresent();
    }

    private Optional<Placed> inside(Picture picture, int width) {
        return forMail(picture, width).map(ready -> {
            String contentId = ready.hash().substring(0, 32) + "@" + domain;
            return new Placed.Inline(
                    "cid:" + contentId, new InlinePicture(contentId, ready.type(), ready.bytes()), stilled(ready));
        });
    }

    private Optional<Placed> hosted(Picture picture, int width, String folder) {
        return forMail(picture, width).map(ready -> {
            String name = ready.hash().substring(0, 20) + "." + ready.type().extension();
            return new Placed.Hosted(
                    folder + name, new HostedPicture(name, ready.type(), ready.bytes()), stilled(ready));
        });
    }

    private static boolean stilled(Ready ready) {
        return ready.wasAnimated() && !ready.animated();
    }

    private Optional<Ready> forMail(Picture picture, int width) {
        boolean moves = originals.get(picture.source()) instanceof Ready original && original.animated();
        Optional<Ready> moving = Optional.of(spec(width, Animation.KEEP))
                .filter(_ -> moves)
                .flatMap(spec -> ready(picture, spec))
                .filter(ready -> ready.bytes().length <= HEAVY_ANIMATION);
        return moving.isPresent() ? moving : light(picture, spec(width, Animation.STILL));
    }

    /// The picture at the first quality at which it is not heavy, or else at the lowest.
    private Optional<Ready> light(Picture picture, PictureSpec best) {
        Optional<Ready> ready = ready(picture, best);
        Optional<PictureSpec> lower = best.lower();
        while (lower.isPresent()
                && ready.filter(heavy -> heavy.bytes().length > HEAVY).isPresent()) {
            ready = ready(picture, lower.get());
            lower = lower.get().lower();
        }
        return ready;
    }

    private static PictureSpec spec(int width, Animation animation) {
        return new PictureSpec(
                SHOWN_BY_CLIENTS, DENSITY * width, TALLEST, Long.MAX_VALUE, PictureSpec.FIDELITY, false, animation);
    }

    private Optional<Ready> ready(Picture picture, PictureSpec spec) {
        return prepare(picture.source(), spec) instanceof Ready ready ? Optional.of(ready) : Optional.empty();
    }

    private PreparedPicture prepare(Picture.Source source, PictureSpec spec) {
        PreparedPicture prepared = pictures.prepare(List.of(source), spec).get(source);
        return prepared == null ? new PreparedPicture.Unavailable("not prepared") : prepared;
    }

    private void warnOfHeavy(Picture picture, Ready original) {
        if (original.bytes().length > HEAVY_SITE_PICTURE) {
            diagnostics.report(Diagnostic.warning(
                    picture.location(),
                    "email-picture-size",
                    "every reader of the message loads this picture from the web site, all "
                            + original.bytes().length + " octets of it; make it smaller, or have pictures made for mail"
                            + " by --assets"));
        }
    }
}
