package octavo.fonts;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The faces of one design.
///
/// @param name as style sheets name it
/// @param scripts what it was made for; a character of another script need not be looked for in its files.
///     [UnicodeScript#COMMON] stands for signs, marks and pictographs that belong to no script
/// @param language whose forms of the signs it has that several languages share, such as `ko`; empty where that
///     makes no difference
/// @param faces at least one
public record FontFamily(String name, Set<UnicodeScript> scripts, String language, List<FontFace> faces) {
    public FontFamily {
        scripts = Set.copyOf(scripts);
        faces = List.copyOf(faces);
    }

    FontFamily(String name, Set<UnicodeScript> scripts, List<FontFace> faces) {
        this(name, scripts, "", faces);
    }

    /// Whether it is worth opening a file to look for a character. Marks go with letters of any script.
    public boolean mayHave(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.INHERITED || scripts.contains(script);
    }

    /// The face nearest to what is asked for: the slope first where there is such a face, then the weight,
    /// the darker one of two equally near.
    public FontFace face(int weight, boolean italic) {
        return faces.stream()
                .min(Comparator.comparing((FontFace face) -> face.italic() != italic)
                        .thenComparingInt(face -> Math.abs(face.weight() - weight))
                        .thenComparingInt(face -> -face.weight()))
                .orElseThrow();
    }
}
