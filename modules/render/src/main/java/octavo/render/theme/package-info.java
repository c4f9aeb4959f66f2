/// How outputs look and which words they add: templates, tokens, messages; start at [octavo.render.theme.Theme].
@NullMarked
package octavo.render.theme;

import org.jspecify.annotations.NullMarked;
