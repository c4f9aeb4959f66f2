/// The small language that chooses subscribers: `lang = de and since < 2025-01-01`. Start at
/// [octavo.delivery.filter.Filter].
@NullMarked
package octavo.delivery.filter;

import org.jspecify.annotations.NullMarked;
