package octavo.epub;

import io.documentnode.epub4j.domain.MediaTypes;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Direction;
import octavo.model.Edition;
import octavo.render.MediaType;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;
import octavo.render.theme.Theme;

/// All that a drawn cover shows, as plain values: a cover that was drawn before is found by them, without the time and
/// the memory that it takes to start the JDK's drawing.
///
/// @param compiled whether the edition gathers issues
/// @param masthead the publication's title
/// @param period in words, empty where there is none
/// @param count of the issues, in words; empty for a single issue
/// @param tokens the theme's
/// @param picture to stand below the words
record CoverDesign(
        boolean compiled,
        String masthead,
        String title,
        String period,
        String count,
        Direction direction,
        Map<String, String> tokens,
        Optional<PreparedPicture.Ready> picture) {
    /// To be raised with each change of [CoverPainter] or of the fonts that yields other covers.
    private static final String ALGORITHM = "2";

    /// What [CoverPainter] draws with.
    private static final List<String> TOKENS = List.of("serif", "sans", "accent", "ink", "muted", "paper");

    /// @param covers of the issues, which are taken first
    /// @param pictures of the text to choose from else, in its order
    static CoverDesign of(
            Edition edition, Theme theme, List<PreparedPicture.Ready> covers, List<PreparedPicture.Ready> pictures) {
        Messages messages = theme.messages(edition.language());
        boolean compiled = edition.kind() == Edition.Kind.COMPILATION;
        return new CoverDesign(
                compiled,
                edition.publication().title(edition.language()),
                Titles.of(edition),
                messages.period(edition.period()),
                compiled ? messages.text("issues-count", edition.issues().size()) : "",
                edition.language().direction(),
                theme.tokens(),
                choose(covers).or(() -> choose(pictures)));
    }

    /// The cover, drawn unless it was kept.
    CoverPicture drawn(Pictures pictures) throws IOException {
        byte[] jpeg = pictures.made(recipe(), () -> new CoverPainter(this).paint());
        return new CoverPicture("cover.jpg", MediaTypes.JPG, jpeg);
    }

    /// Everything that the bytes depend on; the JDK, which draws and encodes, is part of it.
    private List<String> recipe() {
        return List.of(
                "cover",
                ALGORITHM,
                Runtime.version().toString(),
                Boolean.toString(compiled),
                masthead,
                title,
                period,
                count,
                direction.name(),
                String.join(" ", TOKENS.stream().map(this::token).toList()),
                picture.map(PreparedPicture.Ready::hash).orElse(""));
    }

    /// A token's value, empty where the theme has none.
    String token(String key) {
        return tokens.getOrDefault(key, "");
    }

    /// A photograph before a screenshot or a drawing, then the largest, then the first; neither banner nor
    /// column.
    private static Optional<PreparedPicture.Ready> choose(List<PreparedPicture.Ready> pictures) {
        return pictures.stream()
                .filter(picture -> !picture.animated() && picture.width() >= 500 && picture.height() >= 300)
                .filter(picture -> picture.width() < 2.6 * picture.height() && picture.height() < 1.8 * picture.width())
                .max(Comparator.comparing(CoverDesign::isPhotograph)
                        .thenComparingLong(picture -> (long) picture.naturalWidth() * picture.naturalHeight())
                        .thenComparingInt(picture -> -pictures.indexOf(picture)));
    }

    static boolean isPhotograph(PreparedPicture.Ready picture) {
        return picture.type().equals(MediaType.JPEG);
    }
}
