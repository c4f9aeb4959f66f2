package octavo.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import octavo.model.Diagnostics;
import octavo.render.picture.Pictures;
import octavo.render.theme.Theme;

/// What a renderer may use beside the edition, and a publisher beside the run.
///
/// @param theme templates, style sheets, tokens and words
/// @param pictures the archive's pictures, made ready for an output
/// @param diagnostics where to say what could not be shown
/// @param options the user's values of the format's own [Format#options()], by key
/// @param root the archive's folder, where paths in options begin
public record RenderContext(
        Theme theme, Pictures pictures, Diagnostics diagnostics, Map<String, String> options, Path root) {
    public RenderContext {
        options = Map.copyOf(options);
    }

    /// In the current folder.
    public RenderContext(Theme theme, Pictures pictures, Diagnostics diagnostics, Map<String, String> options) {
        this(theme, pictures, diagnostics, options, Path.of(""));
    }

    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key));
    }
}
