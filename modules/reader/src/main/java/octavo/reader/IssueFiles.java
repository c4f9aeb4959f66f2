package octavo.reader;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;

/// Finds the files of an archive that may hold issues.
final class IssueFiles {
    private static final Set<String> ENDINGS = Set.of("md", "markdown", "mdown");

    private final Settings settings;
    private final Diagnostics diagnostics;
    private final FileNames names;

    private IssueFiles(Settings settings, Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.names = new FileNames(settings);
    }

    /// All files in the content folders, ordered by path.
    static List<IssueFile> find(Settings settings, Diagnostics diagnostics) {
        return new IssueFiles(settings, diagnostics).find();
    }

    private List<IssueFile> find() {
        Set<Path> found = new TreeSet<>();
        for (String folder : settings.content()) {
            Path start = settings.root().resolve(folder).normalize();
            if (!start.startsWith(settings.root()) || !isInside(start)) {
                report(
                        Location.of(OctavoToml.FILE),
                        "content-folder",
                        "the content folder '" + folder + "' is not there or lies outside the archive");
                continue;
            }
            walk(start, found);
        }
        List<Path> files = withoutResources(found);
        return files.stream()
                .map(names::issueFile)
                .sorted(Comparator.comparing(IssueFile::name))
                .toList();
    }

    private boolean isInside(Path path) {
        try {
            return path.toRealPath().startsWith(settings.root().toRealPath());
        } catch (IOException _) {
            return false;
        }
    }

    private void walk(Path start, Set<Path> found) {
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean isHidden = name.startsWith(".") || name.equals("node_modules");
                    return isHidden && !folder.equals(start) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isIssue(file, start) && (attributes.isRegularFile() || isGoodLink(file))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    report(
                            Location.of(name(file)),
                            "file-unreadable",
                            "this cannot be read (" + TextFile.reason(e) + ")");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            report(Location.of(name(start)), "file-unreadable", "this cannot be read (" + TextFile.reason(e) + ")");
        }
    }

    private boolean isIssue(Path file, Path start) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean isPlainFolder = start.equals(settings.root());
        return ENDINGS.contains(ending)
                && !name.startsWith("_index.")
                && !name.startsWith(".")
                && !(isPlainFolder && name.regionMatches(true, 0, "README.", 0, 7));
    }

    private boolean isGoodLink(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (isInside(file)) {
            return true;
        }
        report(Location.of(name(file)), "file-outside", "this link leads out of the archive; it is not read");
        return false;
    }

    /// Markdown beside or below a page bundle's `index.md` belongs to that page and is no page of its own.
    private static List<Path> withoutResources(Set<Path> files) {
        Set<Path> bundles = new HashSet<>();
        for (Path file : files) {
            if (isIndex(file)) {
                bundles.add(file.getParent());
            }
        }
        List<Path> pages = new ArrayList<>();
        for (Path file : files) {
            Path parent = file.getParent();
            Path from = isIndex(file) && parent != null ? parent.getParent() : parent;
            boolean isResource = false;
            for (Path folder = from; folder != null && !isResource; folder = folder.getParent()) {
                isResource = bundles.contains(folder);
            }
            if (!isResource) {
                pages.add(file);
            }
        }
        return pages;
    }

    private static boolean isIndex(Path file) {
        return file.getFileName().toString().startsWith("index.");
    }

    private String name(Path file) {
        return settings.root().relativize(file).toString().replace('\\', '/');
    }

    private void report(Location location, String code, String message) {
        diagnostics.report(Diagnostic.warning(location, code, message));
    }
}
