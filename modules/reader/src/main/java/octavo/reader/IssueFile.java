package octavo.reader;

import java.nio.file.Path;
import java.util.List;
import octavo.model.IssueId;
import octavo.model.Language;

/// A file that holds an issue, with what its path says.
///
/// @param name as messages name it, from the archive's root with `/`
/// @param folders below the site's content folder; the first one is the site's section
/// @param baseName without language and ending; of a page bundle the folder's name
/// @param isBundle true for the `index.md` of a folder of its own
record IssueFile(
        Path path,
        String name,
        Language language,
        IssueId id,
        List<String> folders,
        String baseName,
        boolean isBundle) {
    IssueFile {
        folders = List.copyOf(folders);
    }

    /// The folder that it lies in.
    Path folder() {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? path : folder;
    }

    /// The path that Hugo's `ref` knows it by: `blog/2024/january`.
    String logicalPath() {
        return folders.isEmpty() ? baseName : String.join("/", folders) + "/" + baseName;
    }
}
