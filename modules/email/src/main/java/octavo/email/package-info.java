/// Editions of one issue as messages to a list: start at [octavo.email.EmailRenderer], which composes a
/// [octavo.email.MessageTemplate] once and fills it in for each [octavo.email.Recipient].
@NullMarked
package octavo.email;

import org.jspecify.annotations.NullMarked;
