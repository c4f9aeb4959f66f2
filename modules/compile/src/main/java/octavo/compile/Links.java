package octavo.compile;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Issue;
import octavo.model.Location;
import octavo.model.Target;

/// Understands where links lead: to a place of the same edition, to the web, or nowhere.
final class Links {
    private final ArchiveIndex index;
    private final IdentityHashMap<Issue, Place> places = new IdentityHashMap<>();

    Links(ArchiveIndex index) {
        this.index = index;
    }

    void add(Place place) {
        places.put(place.issue(), place);
    }

    /// @param from the issue in which the link stands
    Target resolve(Target target, Place from, Location location, Diagnostics diagnostics) {
        return target instanceof Target.Written(var href)
                ? new Resolution(href, from, location, diagnostics).target()
                : target;
    }

    /// One link under way.
    private final class Resolution {
        private final String written;
        private final Place from;
        private final Location location;
        private final Diagnostics diagnostics;

        Resolution(String written, Place from, Location location, Diagnostics diagnostics) {
            this.written = written;
            this.from = from;
            this.location = location;
            this.diagnostics = diagnostics;
        }

        Target target() {
            return switch (Addresses.parse(written)) {
                case Addresses.Parsed.Dangerous(var scheme) ->
                    dead(
                            "link-danger",
                            "a link with the scheme “" + scheme + ":” could harm readers and was taken out");
                case Addresses.Parsed.Unusable() ->
                    dead(
                            "link-address",
                            "“" + written + "” is no address that could be followed; correct or remove it");
                case Addresses.Parsed.Absolute(var address, var repaired) -> {
                    if (repaired) {
                        diagnostics.report(
                                Diagnostic.note(location, "link-scheme", "“" + written + "” was read as " + address));
                    }
                    yield absolute(address);
                }
                case Addresses.Parsed.Relative(var reference) -> relative(reference);
            };
        }

        private Target absolute(String address) {
            Optional<Place> place =
                    index.atAddress(address, from.issue().language()).map(places::get);
            return place.map(there -> inside(there, Addresses.fragment(address)))
                    .orElseGet(() -> new Target.Web(address));
        }

        private Target relative(String reference) {
            if (reference.isEmpty()) {
                return dead("link-empty", "this link leads nowhere; give it an address");
            }
            if (reference.startsWith("#")) {
                return ownFragment(Addresses.fragment(reference));
            }
            String path = Addresses.decode(Addresses.withoutFragment(reference).replaceFirst("\\?.*", ""));
            boolean source = ArchiveIndex.namesSource(path);
            Optional<Issue> file = source ? index.atFile(path, from.issue()) : Optional.empty();
            if (file.isPresent()) {
                return issue(file.get(), reference);
            }
            Optional<String> base = from.issue().address().map(index::absolute);
            String address =
                    base.map(own -> Addresses.resolve(own, reference)).orElseGet(() -> index.absolute(reference));
            Optional<Issue> known = index.atAddress(address, from.issue().language());
            if (known.isEmpty() && !source && !path.startsWith("/")) {
                known = index.atFile(path, from.issue());
            }
            if (known.isPresent()) {
                return issue(known.get(), reference);
            }
            if (source) {
                diagnostics.report(Diagnostic.warning(
                        location,
                        "link-file",
                        "no issue of the archive is found at “" + written + "”; correct the path"));
            }
            return web(address);
        }

        private Target issue(Issue issue, String reference) {
            Place place = places.get(issue);
            if (place != null) {
                return inside(place, Addresses.fragment(reference));
            }
            int hash = reference.indexOf('#');
            return web(issue.address().map(index::absolute).orElse("") + (hash < 0 ? "" : reference.substring(hash)));
        }

        private Target web(String address) {
            return address.contains("://")
                    ? new Target.Web(address)
                    : dead(
                            "link-home",
                            "“" + written
                                    + "” is an address inside the web site, and the site's own address is not known;"
                                    + " set it in the site's configuration");
        }

        private Target inside(Place place, String fragment) {
            if (fragment.isEmpty()) {
                return new Target.Internal(place.anchor());
            }
            Optional<String> anchor = find(place, fragment);
            if (anchor.isEmpty() && !isOmitted(place, fragment)) {
                reportFragment(place, fragment, "; it leads to the issue's beginning instead");
            }
            return new Target.Internal(anchor.orElse(place.anchor()));
        }

        private Target ownFragment(String fragment) {
            if (fragment.isEmpty() || fragment.equals("top")) {
                return new Target.Internal(from.anchor());
            }
            Optional<String> anchor = find(from, fragment);
            if (anchor.isPresent()) {
                return new Target.Internal(anchor.get());
            }
            if (!isOmitted(from, fragment)) {
                reportFragment(from, fragment, "; correct the link or the heading");
            }
            return new Target.Dead(written);
        }

        private void reportFragment(Place place, String fragment, String consequence) {
            String nearest = Titles.nearest(fragment, place.fragments().keySet())
                    .map(id -> " (the nearest is “#" + id + "”)")
                    .orElse("");
            String where = place.anchor().equals(from.anchor())
                    ? "this issue"
                    : place.issue().origin().file();
            diagnostics.report(Diagnostic.warning(
                    location,
                    "link-fragment",
                    "nothing in " + where + " has the id “" + fragment + "”" + nearest + consequence));
        }

        private Target dead(String code, String message) {
            diagnostics.report(Diagnostic.warning(location, code, message));
            return new Target.Dead(written);
        }
    }

    private static Optional<String> find(Place place, String fragment) {
        String exact = place.fragments().get(fragment);
        return Optional.ofNullable(exact != null ? exact : place.fragments().get(fragment.toLowerCase(Locale.ROOT)));
    }

    private static boolean isOmitted(Place place, String fragment) {
        return place.omitted().contains(fragment) || place.omitted().contains(fragment.toLowerCase(Locale.ROOT));
    }
}
