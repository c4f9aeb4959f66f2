/// Signatures by which a domain answers for a message (DKIM: RFC 6376, RFC 8463), with the JDK's own cryptography:
/// start at [octavo.email.dkim.DkimSigner]; [octavo.email.dkim.DkimSettings] knows the keys, and
/// [octavo.email.dkim.RecordCheck] compares them with what DNS says.
@NullMarked
package octavo.email.dkim;

import org.jspecify.annotations.NullMarked;
