/// Editions as EPUB 3.3 books; start at [octavo.epub.EpubRenderer].
@NullMarked
package octavo.epub;

import org.jspecify.annotations.NullMarked;
