package octavo.render.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the pictures of an archive. The reader has resolved the paths already; that they lie below the
/// root is checked again where the bytes are read, links followed.
final class SourceFiles {
    /// No picture of a newsletter is larger; whoever needs one can scale it.
    static final long MAX_BYTES = 50_000_000;

    private final Path root;

    SourceFiles(Path root) {
        this.root = root;
    }

    byte[] read(String path) throws PictureProblem {
        try {
            Path file = root.resolve(path).toRealPath();
            if (!file.startsWith(root.toRealPath())) {
                throw new PictureProblem(
                        PictureProblem.MISSING,
                        "it lies outside the archive and is not read; copy it into the archive");
            }
            if (!Files.isRegularFile(file)) {
                throw new PictureProblem(PictureProblem.MISSING, "it is not a file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw tooLarge();
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new PictureProblem(PictureProblem.MISSING, "there is no such file", e);
        } catch (IOException e) {
            throw new PictureProblem(PictureProblem.MISSING, "it cannot be read (" + e + ")", e);
        }
    }

    private static PictureProblem tooLarge() {
        return new PictureProblem(
                PictureProblem.TOO_LARGE,
                "it has more than " + MAX_BYTES / 1_000_000 + " MB and is not taken in; make it smaller");
    }
}
