package octavo.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// One TrueType file: a family in one weight and slope.
///
/// @param family as style sheets name it
/// @param weight as in CSS, from 100 to 900
/// @param italic whether it is the italic
/// @param resource the file's name beside this class on the class path
public record FontFace(String family, int weight, boolean italic, String resource) {
    /// Whether text looks better with the pairs of letters brought nearer that the font lists: in the text families,
    /// but not in code.
    public boolean kerned() {
        return family.equals(Fonts.SERIF) || family.equals(Fonts.SANS);
    }

    /// The file's bytes, read anew at each call.
    public byte[] bytes() {
        try (InputStream in = FontFace.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the fonts jar lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("in the fonts jar: " + resource, e);
        }
    }
}
