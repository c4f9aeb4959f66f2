/// The model as XHTML, the interim form of every output that is not plain text; start at
/// [octavo.render.xhtml.XhtmlWriter].
@NullMarked
package octavo.render.xhtml;

import org.jspecify.annotations.NullMarked;
