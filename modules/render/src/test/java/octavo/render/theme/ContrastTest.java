package octavo.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The built-in colours can be read, in light and in dark (WCAG 2.2, success criteria 1.4.3 and 1.4.6).
class ContrastTest {
    private static final Map<String, String> TOKENS = new Theme(new ThemeFiles(List.of())).tokens();

    @ParameterizedTest
    @CsvSource({
        "ink, paper, 7",
        "ink, tint, 7",
        "accent, paper, 4.5",
        "accent, tint, 4.5",
        "muted, paper, 4.5",
        "muted, tint, 4.5"
    })
    void coloursCanBeRead(String ink, String ground, double ratio) {
        assertThat(contrast(token(ink), token(ground))).isGreaterThanOrEqualTo(ratio);
        assertThat(contrast(token(ink + "-dark"), token(ground + "-dark"))).isGreaterThanOrEqualTo(ratio);
    }

    private static String token(String key) {
        return Objects.requireNonNull(TOKENS.get(key), key);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
