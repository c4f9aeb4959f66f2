@NullMarked
package octavo.web;

import org.jspecify.annotations.NullMarked;
