package octavo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expected outputs in a folder of `src/test/resources/golden/`. `-Dgolden.accept=true` rewrites them, for a person to
/// read the difference; on a build server it is refused.
///
/// @param folder such as `opds`
public record Golden(String folder) {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /// Compares a file with what is expected of it.
    public void check(String name, String actual) throws IOException {
        Path expected = GOLDEN.resolve(folder).resolve(name);
        if (Boolean.getBoolean("golden.accept")) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not accepted in CI")
                    .isNotEqualTo("true");
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, actual);
        }
        assertThat(expected).as("make it with -Dgolden.accept=true").exists();
        assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
    }
}
