/// The document model that every reader makes and every renderer takes; start at [octavo.model.Edition] and
/// [octavo.model.Block].
@NullMarked
package octavo.model;

import org.jspecify.annotations.NullMarked;
