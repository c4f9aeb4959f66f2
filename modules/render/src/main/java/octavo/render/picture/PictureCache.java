package octavo.render.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;

/// Bytes kept on disk by a key, each entry a file of its own: a line that names what it is, the hash of the
/// rest, some words about it, an empty line, the bytes. Entries appear whole or not at all, so several
/// processes can share a folder; a damaged one counts as absent and is written anew.
final class PictureCache {
    private static final String MAGIC = "octavo-cache 1 ";

    /// Above this the entries that were not used for longest go.
    private static final long MAX_BYTES = 1_000_000_000;

    private final Path folder;
    private final Diagnostics diagnostics;
    private final AtomicBoolean failed = new AtomicBoolean();

    /// What was kept.
    ///
    /// @param words lines about it
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Entry(List<String> words, byte[] bytes) {}

    PictureCache(Path folder, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    Optional<Entry> find(String key) {
        Path file = file(key);
        try {
            Optional<Entry> entry = parse(Files.readAllBytes(file));
            if (entry.isPresent()) {
                touch(file);
            }
            return entry;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            unusable(e);
            return Optional.empty();
        }
    }

    /// Remembers that an entry is in use, at most once a day.
    private static void touch(Path file) throws IOException {
        Instant now = Instant.now();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }

    private static Optional<Entry> parse(byte[] file) {
        int end = 0;
        while (end + 1 < file.length && !(file[end] == '\n' && file[end + 1] == '\n')) {
            end++;
        }
        List<String> lines =
                new String(file, 0, end, StandardCharsets.UTF_8).lines().toList();
        if (end + 2 > file.length || lines.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = new Entry(lines.subList(1, lines.size()), Arrays.copyOfRange(file, end + 2, file.length));
        return lines.getFirst().equals(MAGIC + seal(entry)) ? Optional.of(entry) : Optional.empty();
    }

    private static String seal(Entry entry) {
        return Hashes.of(String.join("\n", entry.words()) + "\n" + Hashes.of(entry.bytes()));
    }

    /// Keeps an entry if the folder lets us; that it does not is said once.
    ///
    /// @param entry its words without line breaks and not empty
    void keep(String key, Entry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = MAGIC + seal(entry) + "\n" + String.join("\n", entry.words()) + "\n\n";
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(entry.bytes());
        try {
            Path file = file(key);
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "new", ".tmp");
            try {
                Files.write(temporary, out.toByteArray());
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            unusable(e);
        }
    }

    private void unusable(IOException e) {
        if (failed.compareAndSet(false, true)) {
            diagnostics.report(Diagnostic.note(
                    Location.NONE,
                    "picture-cache",
                    "Pictures cannot be kept in " + folder + " (" + e + "): the next run scales them again."));
        }
    }

    /// Drops what was not used for longest where there is more than a gigabyte.
    void prune() {
        prune(MAX_BYTES);
    }

    void prune(long limit) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            List<Kept> oldestFirst = all.filter(Files::isRegularFile)
                    .map(Kept::of)
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
            long sum = oldestFirst.stream().mapToLong(Kept::size).sum();
            for (Kept kept : oldestFirst) {
                if (sum <= limit) {
                    return;
                }
                Files.deleteIfExists(kept.file());
                sum -= kept.size();
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            unusable(e instanceof IOException direct ? direct : new IOException(e));
        }
    }

    private record Kept(Path file, long size, Instant used) implements Comparable<Kept> {
        static Optional<Kept> of(Path file) {
            try {
                return Optional.of(new Kept(
                        file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            } catch (IOException e) {
                return Optional.empty(); // another process was quicker
            }
        }

        @Override
        public int compareTo(Kept other) {
            int byAge = used.compareTo(other.used);
            return byAge == 0 ? file.compareTo(other.file) : byAge;
        }
    }
}
