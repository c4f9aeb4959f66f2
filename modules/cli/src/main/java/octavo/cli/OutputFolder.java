package octavo.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import octavo.model.OctavoException;
import octavo.render.MediaType;
import octavo.render.OutputSink;

/// The folder that a run writes to. Files gather in a hidden folder inside it and are moved into place
/// together when all went well; a run that fails or is interrupted leaves every older file as it was,
/// and nothing of its own.
final class OutputFolder implements AutoCloseable {
    /// A file in its place.
    ///
    /// @param name from the output folder, with `/`
    record Written(String name, MediaType type, long bytes) {}

    /// A file in a folder that is not the run's own.
    record Asset(OutputFolder folder, Written file) {
        /// As the user would type it.
        Path path() {
            Path here = Path.of("").toAbsolutePath();
            Path whole = folder.folder.resolve(file.name()).toAbsolutePath().normalize();
            return whole.startsWith(here) ? here.relativize(whole) : whole;
        }
    }

    private final Path folder;
    private final String option;
    private final UnaryOperator<String> naming;
    private final boolean folderIsNew;
    private final Path staging;
    private final Thread cleaner = new Thread(this::discard, "octavo-cleanup");
    private final Set<String> names = new HashSet<>();
    private final Map<Path, OutputFolder> assets = new HashMap<>();

    private OutputFolder(Path folder, String option, UnaryOperator<String> naming, boolean folderIsNew, Path staging) {
        this.folder = folder;
        this.option = option;
        this.naming = naming;
        this.folderIsNew = folderIsNew;
        this.staging = staging;
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    /// @param naming what a file is called, by what its renderer calls it
    /// @throws OctavoException where nothing can be written there
    static OutputFolder open(Path folder, UnaryOperator<String> naming) {
        return open(folder, "-o", naming);
    }

    /// @param option of the command line that names the folder
    static OutputFolder open(Path folder, String option, UnaryOperator<String> naming) {
        boolean isNew = Files.notExists(folder);
        try {
            Files.createDirectories(folder);
            return new OutputFolder(folder, option, naming, isNew, Files.createTempDirectory(folder, ".octavo-"));
        } catch (IOException e) {
            throw unwritable(folder, option, e);
        }
    }

    /// A place for the files of one renderer's call.
    Part part() {
        return new Part();
    }

    /// Where a file lies before it is moved into place.
    Path staged(Written file) {
        return staging.resolve(file.name());
    }

    /// Moves the files of one call into place, what they point to first.
    List<Written> commit(Part part) {
        part.assets().forEach(asset -> asset.folder().moveOnce(asset.file().name()));
        part.files().forEach(file -> move(file.name()));
        return part.files();
    }

    private void move(String name) {
        Path target = folder.resolve(name);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            if (Files.isDirectory(target)) {
                throw new OctavoException(
                        target + " is a folder, and a file of that name is to be written; move the folder away.");
            }
            moveFile(staging.resolve(name), target);
        } catch (IOException e) {
            throw unwritable(target, option, e);
        }
    }

    /// Another call may have the same asset.
    private void moveOnce(String name) {
        if (Files.exists(staging.resolve(name))) {
            move(name);
        }
    }

    private OutputFolder assetFolder(Path place) {
        synchronized (assets) {
            return assets.computeIfAbsent(place, path -> open(path, "--assets", UnaryOperator.identity()));
        }
    }

    /// Keeps an asset until it is moved into place, unless it is there already.
    private void stage(String name, byte[] bytes) throws IOException {
        synchronized (names) {
            if (!names.add(name)) {
                return;
            }
        }
        Path target = folder.resolve(name);
        Path staged = Files.write(staging.resolve(name), bytes);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(target) || Files.mismatch(staged, target) >= 0) {
                throw new OctavoException(
                        target + " is there with another content and is not overwritten; move it away.");
            }
            Files.delete(staged);
        }
    }

    private static void moveFile(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Takes away what was not moved into place.
    @Override
    public void close() {
        assets.values().forEach(OutputFolder::close);
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // The machine is shutting down already, and the hook has run or will run in vain.
        }
    }

    private void discard() {
        try (Stream<Path> files = Files.walk(staging)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            if (folderIsNew && isEmpty(folder)) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // Litter of ours is not worth a failure of the run.
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static OctavoException unwritable(Path path, String option, IOException e) {
        String reason = switch (e) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.NoSuchFileException _ -> "no folder can be made there";
            case java.nio.file.FileAlreadyExistsException _ -> "it is a file, not a folder";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.toString();
        };
        return new OctavoException(
                "Cannot write to " + path + " (" + reason + "); choose another place with " + option + ".", e);
    }

    /// The files of one call of a renderer or publisher, kept apart so that their order does not depend on which thread
    /// was faster.
    final class Part implements OutputSink {
        private final List<Written> files = new ArrayList<>();
        private final List<Asset> assets = new ArrayList<>();

        /// What has been written so far, without assets.
        List<Written> files() {
            return List.copyOf(files);
        }

        /// The assets that have been written so far.
        List<Asset> assets() {
            return List.copyOf(assets);
        }

        @Override
        public void asset(Path place, String name, MediaType type, byte[] bytes) throws IOException {
            if (name.indexOf('/') >= 0) {
                throw new OctavoException("'" + name + "' will not do as an asset's name: it must stay in its folder.");
            }
            OutputFolder target = assetFolder(place);
            target.stage(checked(name), bytes);
            assets.add(new Asset(target, new Written(name, type, bytes.length)));
        }

        @Override
        public OutputStream file(String given, MediaType type) throws IOException {
            String name = checked(naming.apply(given));
            Path file = staging.resolve(name);
            synchronized (names) {
                if (!names.add(name)) {
                    throw new OctavoException("Two outputs of this run would both be called " + name
                            + "; build them into folders of their own.");
                }
            }
            Files.createDirectories(file.getParent());
            return new Counting(new BufferedOutputStream(Files.newOutputStream(file)), name, type);
        }

        private String checked(String name) {
            try {
                Path path = Path.of(name);
                if (!name.isBlank()
                        && !path.isAbsolute()
                        && path.normalize().equals(path)
                        && !path.startsWith("..")
                        && name.indexOf('\\') < 0) {
                    return name;
                }
            } catch (InvalidPathException e) {
                // Answered below, as every other name that will not do.
            }
            throw new OctavoException("'" + name + "' will not do as an output's name: it must stay in its folder.");
        }

        private final class Counting extends FilterOutputStream {
            private final String name;
            private final MediaType type;
            private long bytes;
            private boolean closed;

            Counting(OutputStream out, String name, MediaType type) {
                super(out);
                this.name = name;
                this.type = type;
            }

            @Override
            public void write(int b) throws IOException {
                out.write(b);
                bytes++;
            }

            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                out.write(b, off, len);
                bytes += len;
            }

            @Override
            public void close() throws IOException {
                super.close();
                if (!closed) {
                    closed = true;
                    files.add(new Written(name, type, bytes));
                }
            }
        }
    }
}
