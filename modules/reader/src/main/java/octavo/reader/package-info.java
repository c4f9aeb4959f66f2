/// Archives of Markdown issues to the model; start at [octavo.reader.ArchiveReader] and [octavo.reader.Settings].
@NullMarked
package octavo.reader;

import org.jspecify.annotations.NullMarked;
