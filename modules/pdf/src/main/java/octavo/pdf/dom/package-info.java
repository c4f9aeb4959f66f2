/// The document that is laid out, as a tree.
@NullMarked
package octavo.pdf.dom;

import org.jspecify.annotations.NullMarked;
