/// A shelf of books that reading apps can subscribe to; start at [octavo.web.opds.OpdsPublisher].
@NullMarked
package octavo.web.opds;

import org.jspecify.annotations.NullMarked;
