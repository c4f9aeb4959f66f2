@NullMarked
package octavo.model;

import org.jspecify.annotations.NullMarked;
