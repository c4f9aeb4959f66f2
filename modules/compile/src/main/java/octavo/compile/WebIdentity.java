package octavo.compile;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a web address leads to, however it is written: `http://www.Example.org:80/a/?utm_source=x#b` and
/// `https://example.org/a` are both `example.org/a`. Whatever lies in a repository is that repository.
final class WebIdentity {
    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>https?)://(?:[^/?#@]*@)?(?<host>[^/?#:]+)(?::(?<port>\\d*))?(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TRACKING =
            Pattern.compile("(utm_.*|fbclid|gclid|mc_[ce]id|hl)(=.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern START_PAGE = Pattern.compile("/+(index\\.(html?|php))?$");
    /// Places where each path begins with an owner and a repository.
    private static final Set<String> FORGES = Set.of(
            "github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "git.sr.ht", "gitgud.io", "framagit.org");
    /// What stands behind owner and repository on the others, and before what is meant.
    private static final Set<String> INSIDE_REPOSITORY = Set.of(
            "-",
            "archive",
            "blob",
            "commit",
            "commits",
            "issues",
            "merge_requests",
            "pull",
            "pulls",
            "releases",
            "src",
            "tags",
            "tree");

    /// In characters; nobody writes longer ones by hand.
    private static final int LONGEST = 4000;

    private WebIdentity() {}

    /// Empty for what is no address of the web.
    static Optional<String> of(String address) {
        if (address.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(address.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = host(parts.group("host"));
        String path = START_PAGE
                .matcher(Optional.ofNullable(parts.group("path")).orElse(""))
                .replaceFirst("");
        Optional<String> repository = repository(host, path);
        return Optional.of(repository.orElseGet(() -> host + port(parts) + path + query(parts)));
    }

    private static String host(String written) {
        String host = written.toLowerCase(Locale.ROOT);
        if (host.chars().anyMatch(c -> c >= 0x80)) {
            try {
                host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException _) {
                // No name that a server could have; it is like itself at least.
            }
        }
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String port(Matcher parts) {
        String port = Optional.ofNullable(parts.group("port")).orElse("");
        return Set.of("", "80", "443").contains(port) ? "" : ":" + port;
    }

    private static String query(Matcher parts) {
        String query = Pattern.compile("&")
                .splitAsStream(Optional.ofNullable(parts.group("query")).orElse(""))
                .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Optional<String> repository(String host, String path) {
        List<String> steps = Pattern.compile("/")
                .splitAsStream(path)
                .filter(step -> !step.isEmpty())
                .toList();
        int gitLab = steps.indexOf("-");
        int length = gitLab >= 2 ? gitLab : 2;
        boolean inside = steps.size() > length + 1 && INSIDE_REPOSITORY.contains(steps.get(length));
        if (steps.size() < 2 || !(inside || FORGES.contains(host))) {
            return Optional.empty();
        }
        String name =
                String.join("/", steps.subList(0, inside ? length : host.equals("gitlab.com") ? steps.size() : 2));
        return Optional.of(host + "/" + name.toLowerCase(Locale.ROOT).replaceFirst("\\.git$", ""));
    }
}
