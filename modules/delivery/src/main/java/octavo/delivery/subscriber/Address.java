package octavo.delivery.subscriber;

import java.util.Locale;
import octavo.email.Mailbox;

/// A mail address, and what makes two spellings of it one person.
///
/// In the key all letters are small, those before the `@` as well. By RFC 5321 a server may tell `Ada@` from `ada@`;
/// none in use does, and people type either. Taking them for two would write to one person twice, and go on writing
/// after she has left as the other. Dots and what follows a `+` do make a difference: that is for the receiving
/// server alone to know.
///
/// @param email as written, the domain in ASCII and in small letters
/// @param key equal where two addresses are the same
public record Address(String email, String key) {
    /// @throws IllegalArgumentException where this is no address, with a sentence that says why
    public static Address parse(String written) {
        return of(new Mailbox("", written.strip()));
    }

    static Address of(Mailbox mailbox) {
        String address = mailbox.address();
        int at = address.lastIndexOf('@');
        if (address.indexOf('"') >= 0 || address.indexOf('@') < at) {
            throw new IllegalArgumentException("“" + address + "” has quotation marks before the @, which hardly any"
                    + " program takes; give another address");
        }
        String email = address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
        return new Address(email, email.toLowerCase(Locale.ROOT));
    }
}
