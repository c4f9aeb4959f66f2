/// What the publishers of this module share: start at [octavo.web.site.WebPublisher] and
/// [octavo.web.opds.OpdsPublisher].
@NullMarked
package octavo.web;

import org.jspecify.annotations.NullMarked;
