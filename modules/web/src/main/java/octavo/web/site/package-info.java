/// The format `web`: an archive of pages and feeds for any web server. Start at [octavo.web.site.WebPublisher].
@NullMarked
package octavo.web.site;

import org.jspecify.annotations.NullMarked;
