package octavo.render;

import java.nio.file.Path;
import octavo.model.Edition;

/// A file that a renderer has made.
///
/// @param name in the output folder, with `/`: where a link from a file beside it leads
/// @param format of the renderer
/// @param edition what it was made of
/// @param bytes its size
/// @param content where it can be read while the run goes on, which is not yet its final place
public record RenderedFile(String name, String format, MediaType type, Edition edition, long bytes, Path content) {}
