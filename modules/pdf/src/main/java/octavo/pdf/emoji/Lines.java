package octavo.pdf.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of this package's resources: on each line an emoji's code points, a tab, and something about it.
final class Lines {
    private Lines() {}

    /// @return empty where there is no such file
    static Optional<Map<String, String>> of(String resource) {
        try (InputStream in = Lines.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Map<String, String> lines = new HashMap<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                lines.put(line.substring(0, tab), line.substring(tab + 1));
            }
            return Optional.of(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
