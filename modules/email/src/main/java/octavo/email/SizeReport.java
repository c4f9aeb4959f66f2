package octavo.email;

import java.util.stream.Collectors;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Issue;
import octavo.model.Location;

/// Says what becomes of an issue that is long for a message.
///
/// @param size octets of the HTML of all of it
record SizeReport(Issue issue, int size, Diagnostics diagnostics) {
    /// It is sent whole.
    ///
    /// @param onWeb whether there is a page where the rest of it could be read
    void large(boolean onWeb) {
        warn(
                issue.origin(),
                "email-size",
                onWeb
                        ? "; above 100,000 it would be cut, so shorten it or split it into two issues"
                        : "; Gmail cuts a message at 102,400, and this one has no address on the web where the rest of it"
                                + " could be read: shorten it, or give the site's address (base-url)");
    }

    void cut(Excerpt.Rest rest) {
        String sections = rest.sections().stream()
                .map(section -> "“" + section.title() + "”" + (section.begun() ? " (its end)" : ""))
                .collect(Collectors.joining(", "));
        warn(
                rest.first().location(),
                "email-cut",
                ", more than mail services show: the message is cut here and links to the rest on the web"
                        + (sections.isEmpty() ? "" : ": " + sections));
    }

    /// Even its title, its summary and the list of its sections are too long.
    void hopeless() {
        warn(issue.origin(), "email-size", ", of its title and summary alone; Gmail cuts it, so shorten these");
    }

    private void warn(Location location, String code, String what) {
        diagnostics.report(
                Diagnostic.warning(location, code, "as email this issue has " + size + " octets of HTML" + what));
    }
}
