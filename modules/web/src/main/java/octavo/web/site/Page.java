package octavo.web.site;

import octavo.model.Edition;
import octavo.model.Issue;
import octavo.web.WebAddress;

/// The page of an issue.
///
/// @param edition of this issue alone
/// @param path from the site's root
record Page(Edition edition, String path) {
    Issue issue() {
        return edition.issues().getFirst();
    }

    /// How a page of the site names another file of it, so that the site works under any address and from a disk.
    static String link(String from, String to) {
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        boolean beside = to.startsWith(folder);
        long up = beside ? 0 : folder.chars().filter(c -> c == '/').count();
        return "../".repeat((int) up) + WebAddress.href(beside ? to.substring(folder.length()) : to);
    }
}
