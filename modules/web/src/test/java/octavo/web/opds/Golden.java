package octavo.web.opds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expected outputs in `src/test/resources/golden/opds/`. `-Dgolden.accept=true` rewrites them, for a person to read
/// the difference; on a build server it is refused.
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden/opds");

    private Golden() {}

    static void check(String name, String actual) throws IOException {
        Path expected = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.accept")) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not accepted in CI")
                    .isNotEqualTo("true");
            Files.createDirectories(FOLDER);
            Files.writeString(expected, actual);
        }
        assertThat(expected).as("make it with -Dgolden.accept=true").exists();
        assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
    }
}
