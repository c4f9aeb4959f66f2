package octavo.fonts;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.THAI;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All fonts of the product. Nothing is read until a [FontFace] is asked for its bytes.
public final class Fonts {
    static final String SERIF = "Source Serif 4";
    static final String SANS = "Source Sans 3";
    private static final String MONO = "Source Code Pro";
    private static final String NASKH = "Noto Naskh Arabic";
    private static final String HEBREW_SERIF = "Noto Serif Hebrew";
    private static final String DEVANAGARI_SERIF = "Noto Serif Devanagari";
    private static final String BENGALI_SERIF = "Noto Serif Bengali";
    private static final String THAI_SANS = "Noto Sans Thai";
    private static final String KOREAN = "Noto Sans KR";
    private static final String CHINESE = "Noto Sans SC";
    private static final String NOTO = "Noto Sans";
    private static final String JAPANESE = "Noto Sans JP";
    /// Pictographs in one colour.
    public static final String EMOJI = "Noto Emoji";

    /// Text families first, then those that stand in for what the text families lack; in this order a
    /// character is looked for, the big files last.
    public static final List<FontFamily> FAMILIES = List.of(
            new FontFamily(
                    SERIF,
                    Set.of(LATIN, GREEK, CYRILLIC, COMMON),
                    List.of(
                            new FontFace(SERIF, 400, false, "SourceSerif4-Regular.ttf"),
                            new FontFace(SERIF, 400, true, "SourceSerif4-Italic.ttf"),
                            new FontFace(SERIF, 600, false, "SourceSerif4-SemiBold.ttf"),
                            new FontFace(SERIF, 600, true, "SourceSerif4-SemiBoldItalic.ttf"),
                            new FontFace(SERIF, 700, false, "SourceSerif4-Bold.ttf"),
                            new FontFace(SERIF, 700, true, "SourceSerif4-BoldItalic.ttf"))),
            new FontFamily(
                    SANS,
                    Set.of(LATIN, GREEK, CYRILLIC, COMMON),
                    List.of(
                            new FontFace(SANS, 400, false, "SourceSans3-Regular.ttf"),
                            new FontFace(SANS, 400, true, "SourceSans3-Italic.ttf"),
                            new FontFace(SANS, 600, false, "SourceSans3-SemiBold.ttf"),
                            new FontFace(SANS, 600, true, "SourceSans3-SemiBoldItalic.ttf"))),
            new FontFamily(
                    MONO,
                    Set.of(LATIN, GREEK, CYRILLIC, COMMON),
                    List.of(
                            new FontFace(MONO, 400, false, "SourceCodePro-Regular.ttf"),
                            new FontFace(MONO, 400, true, "SourceCodePro-Italic.ttf"),
                            new FontFace(MONO, 600, false, "SourceCodePro-SemiBold.ttf"))),
            new FontFamily(
                    NASKH,
                    Set.of(ARABIC, COMMON),
                    List.of(
                            new FontFace(NASKH, 400, false, "NotoNaskhArabic-Regular.ttf"),
                            new FontFace(NASKH, 700, false, "NotoNaskhArabic-Bold.ttf"))),
            new FontFamily(
                    HEBREW_SERIF,
                    Set.of(HEBREW),
                    List.of(
                            new FontFace(HEBREW_SERIF, 400, false, "NotoSerifHebrew-Regular.ttf"),
                            new FontFace(HEBREW_SERIF, 700, false, "NotoSerifHebrew-Bold.ttf"))),
            new FontFamily(
                    DEVANAGARI_SERIF,
                    Set.of(DEVANAGARI),
                    List.of(
                            new FontFace(DEVANAGARI_SERIF, 400, false, "NotoSerifDevanagari-Regular.ttf"),
                            new FontFace(DEVANAGARI_SERIF, 700, false, "NotoSerifDevanagari-Bold.ttf"))),
            new FontFamily(
                    BENGALI_SERIF,
                    Set.of(BENGALI),
                    List.of(
                            new FontFace(BENGALI_SERIF, 400, false, "NotoSerifBengali-Regular.ttf"),
                            new FontFace(BENGALI_SERIF, 700, false, "NotoSerifBengali-Bold.ttf"))),
            new FontFamily(
                    THAI_SANS,
                    Set.of(THAI),
                    List.of(
                            new FontFace(THAI_SANS, 400, false, "NotoSansThai-Regular.ttf"),
                            new FontFace(THAI_SANS, 700, false, "NotoSansThai-Bold.ttf"))),
            new FontFamily(
                    NOTO,
                    Set.of(LATIN, GREEK, CYRILLIC, COMMON),
                    List.of(
                            new FontFace(NOTO, 400, false, "NotoSans-Regular.ttf"),
                            new FontFace(NOTO, 700, false, "NotoSans-Bold.ttf"))),
            new FontFamily(
                    "Noto Sans Symbols",
                    Set.of(COMMON),
                    List.of(new FontFace("Noto Sans Symbols", 400, false, "NotoSansSymbols-Regular.ttf"))),
            new FontFamily(EMOJI, Set.of(COMMON), List.of(new FontFace(EMOJI, 400, false, "NotoEmoji-Regular.ttf"))),
            new FontFamily(
                    "Noto Sans Math",
                    Set.of(COMMON, GREEK),
                    List.of(new FontFace("Noto Sans Math", 400, false, "NotoSansMath-Regular.ttf"))),
            new FontFamily(
                    "Noto Sans Symbols 2",
                    Set.of(COMMON),
                    List.of(new FontFace("Noto Sans Symbols 2", 400, false, "NotoSansSymbols2-Regular.ttf"))),
            new FontFamily(
                    JAPANESE,
                    Set.of(HAN, HIRAGANA, KATAKANA, BOPOMOFO, COMMON),
                    "ja",
                    List.of(
                            new FontFace(JAPANESE, 400, false, "NotoSansJP-Regular.ttf"),
                            new FontFace(JAPANESE, 700, false, "NotoSansJP-Bold.ttf"))),
            new FontFamily(
                    KOREAN,
                    Set.of(HANGUL, HAN, COMMON),
                    "ko",
                    List.of(new FontFace(KOREAN, 400, false, "NotoSansKR-Regular.ttf"))),
            new FontFamily(
                    CHINESE,
                    Set.of(HAN, BOPOMOFO, COMMON),
                    "zh",
                    List.of(new FontFace(CHINESE, 400, false, "NotoSansSC-Regular.ttf"))));

    private Fonts() {}

    /// The family of this name, whatever its case.
    public static Optional<FontFamily> family(String name) {
        return FAMILIES.stream()
                .filter(family -> family.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
