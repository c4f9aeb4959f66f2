package octavo.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;
import octavo.model.Picture.Source;

/// Finds the files of pictures as Hugo does: beside the page, then in the static folders, the assets and the content.
/// No file outside the archive is ever named, whatever `..` or symbolic link leads there.
final class PictureFinder {
    /// A folder in which pictures may lie, and where the site serves it.
    private record Place(Path folder, String address) {}

    private final Path root;
    private final Site site;
    private final Diagnostics diagnostics;
    private final Optional<Place> beside;

    PictureFinder(Path root, Site site, Diagnostics diagnostics) {
        this(root, site, diagnostics, Optional.empty());
    }

    private PictureFinder(Path root, Site site, Diagnostics diagnostics, Optional<Place> beside) {
        this.root = root;
        this.site = site;
        this.diagnostics = diagnostics;
        this.beside = beside;
    }

    /// Finds pictures for the page in a folder.
    ///
    /// @param address where the site serves what lies in that folder, ending in `/`
    PictureFinder besidePage(Path folder, String address, Diagnostics pageDiagnostics) {
        return new PictureFinder(root, site, pageDiagnostics, Optional.of(new Place(folder, address)));
    }

    /// Finds a picture, or reports why it cannot be had.
    ///
    /// @param written as in the text
    Source find(String written, Location location) {
        String address = written.strip();
        if (Urls.isAbsolute(address)) {
            return onTheWeb(address, location);
        }
        Optional<Source> local = local(address, location, true);
        return local.orElseGet(() -> new Source.Missing(absolute(address)));
    }

    private Source onTheWeb(String address, Location location) {
        if (address.startsWith("//")) {
            return new Source.Remote("https:" + address);
        }
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            String scheme = address.substring(0, address.indexOf(':'));
            report(location, "picture-missing", "pictures in '" + scheme + ":' addresses cannot be shown; use a file");
            return new Source.Missing(scheme.equals("data") ? "data:" : address);
        }
        String own = site.baseUrl().orElse("");
        return !own.isEmpty() && address.startsWith(own)
                ? local("/" + address.substring(own.length()), location, false)
                        .orElseGet(() -> new Source.Remote(address))
                : new Source.Remote(address);
    }

    private Optional<Source> local(String address, Location location, boolean report) {
        String path = Urls.decode(withoutQuery(address));
        boolean isOutside = false;
        for (Place place : places(address)) {
            try {
                Path file = place.folder().resolve(withoutSlashes(path)).normalize();
                if (!file.startsWith(root)) {
                    isOutside = true;
                } else if (!path.isEmpty() && Files.isRegularFile(file)) {
                    if (file.toRealPath().startsWith(root.toRealPath())) {
                        return Optional.of(new Source.Local(slashes(root.relativize(file)), address(place, file)));
                    }
                    isOutside = true;
                }
            } catch (InvalidPathException | IOException _) {
                // A name that no file can have, or a file that cannot be looked at: there is no such picture.
            }
        }
        if (report && isOutside) {
            report(
                    location,
                    "picture-outside",
                    "the picture '" + address + "' lies outside the archive; move it inside");
        } else if (report) {
            report(location, "picture-missing", "there is no picture '" + address + "'; its words stand in for it");
        }
        return Optional.empty();
    }

    private List<Place> places(String address) {
        List<Place> places = new ArrayList<>();
        if (!address.startsWith("/")) {
            beside.ifPresent(places::add);
        }
        String home = site.baseUrl().orElse("/");
        site.staticFolders().reversed().forEach(folder -> places.add(new Place(root.resolve(folder), home)));
        places.add(new Place(root.resolve("assets"), home));
        places.add(new Place(root.resolve(site.contentFolder()), home));
        site.languages()
                .forEach(language -> language.contentFolder()
                        .ifPresent(folder -> places.add(new Place(root.resolve(folder), home))));
        places.add(new Place(root, home));
        return places;
    }

    /// Where the site serves a file: what lies in a static folder from the root, whichever way it was named.
    private String address(Place place, Path file) {
        for (String folder : site.staticFolders()) {
            Path statics = root.resolve(folder).normalize();
            if (file.startsWith(statics)) {
                return site.baseUrl().orElse("/") + slashes(statics.relativize(file));
            }
        }
        Path folder = place.folder().normalize();
        return file.startsWith(folder)
                ? place.address() + slashes(folder.relativize(file))
                : place.address() + file.getFileName();
    }

    private String absolute(String address) {
        String clean = address.replace('\0', '\uFFFD');
        return site.baseUrl()
                .filter(_ -> clean.startsWith("/"))
                .map(base -> base + withoutSlashes(clean))
                .orElse(clean);
    }

    private static String withoutQuery(String address) {
        int end = 0;
        while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
            end++;
        }
        return address.substring(0, end);
    }

    private static String withoutSlashes(String path) {
        int start = 0;
        while (start < path.length() && (path.charAt(start) == '/' || path.charAt(start) == '\\')) {
            start++;
        }
        return path.substring(start);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void report(Location location, String code, String message) {
        diagnostics.report(Diagnostic.warning(location, code, message));
    }
}
