package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import octavo.render.MediaType;
import octavo.render.picture.PreparedPicture.Ready;
import org.junit.jupiter.api.Test;

class CoversTest {
    @Test
    void aJpegThatFitsIsNotCodedAgain() {
        byte[] cover = Samples.write(Samples.photo(300, 480), "jpeg");

        assertThat(Covers.jpeg(cover, 1600, 2400))
                .map(Ready::bytes)
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(cover));
    }

    @Test
    void anythingElseIsMadeOne() {
        Ready small = Covers.jpeg(Samples.write(Samples.photo(300, 480), "png"), 150, 240)
                .orElseThrow();

        assertThat(small.type()).isEqualTo(MediaType.JPEG);
        assertThat(small.width()).isEqualTo(150);
        assertThat(Covers.jpeg("no picture".getBytes(StandardCharsets.UTF_8), 10, 10))
                .isEmpty();
    }
}
