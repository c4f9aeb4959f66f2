/// An issue as one web page that needs nothing beside itself: start at [octavo.render.html.HtmlRenderer].
@NullMarked
package octavo.render.html;

import org.jspecify.annotations.NullMarked;
