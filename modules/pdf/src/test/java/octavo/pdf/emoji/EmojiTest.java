package octavo.pdf.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
    private static Optional<Emoji> first(String text) {
        return Emoji.at(text.codePoints().toArray(), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "🎉, en, party popper",
        "🎉, de, Konfettibombe",
        "🎉, ja, クラッカー",
        "🎉, fi, party popper",
        "👨‍👩‍👧‍👦, en, 'family: man, woman, girl, boy'",
        "👋🏽, fr, 'signe de la main : peau légèrement mate'",
        "🇮🇹, it, bandiera: Italia",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿, en, flag: England",
        "❤️, en, red heart",
        "1️⃣, es, tecla: 1",
        "👩🏽‍❤️‍💋‍👨🏻, en, 'kiss: woman, man, medium skin tone, light skin tone'",
    })
    void aSequenceIsOneEmojiWithAName(String text, String language, String name) {
        Emoji emoji = first(text + text).orElseThrow();
        assertThat(emoji.text()).isEqualTo(text);
        assertThat(emoji.name(language)).isEqualTo(name);
        assertThat(emoji.drawing().width()).isEqualTo(emoji.drawing().height());
    }

    /// Signs that are text unless U+FE0F asks for a picture, or that U+FE0E asks to be text.
    @ParameterizedTest
    @ValueSource(strings = {"❤", "©", "1", "#", "✔", "☀\uFE0E", "🎉\uFE0E", "a", "é", "漢"})
    void textStaysText(String text) {
        assertThat(first(text)).isEmpty();
    }

    @Test
    void everyDrawingCanBeDrawn() {
        Lines.of("pictures.txt").orElseThrow().keySet().stream()
                .map(key -> new Emoji("", key))
                .forEach(emoji -> assertThat(emoji.drawing().width()).isPositive());
    }
}
