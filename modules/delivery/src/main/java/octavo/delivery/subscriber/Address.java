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
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;

    /// @throws IllegalArgumentException where this is no address, with a sentence that says why
    public static Address parse(String written) {
        String email = written.strip();
        if (isPlain(email)) {
            String key = email.toLowerCase(Locale.ROOT);
            int at = email.indexOf('@');
            return new Address(email.substring(0, at) + key.substring(at), key);
        }
        return of(new Mailbox("", email));
    }

    /// Whether this is what nearly all addresses are: letters, digits, hyphens and underscores with single dots between
    /// them, on both sides of one `@`. These are right at first sight; all others take the long way.
    private static boolean isPlain(String email) {
        int at = email.indexOf('@');
        int lastDot = email.lastIndexOf('.');
        if (at < 1 || at > LONGEST_LOCAL || lastDot < at || email.length() > LONGEST) {
            return false;
        }
        char before = '.';
        int label = 0;
        for (int i = 0; i < email.length(); i++) {
            char c = email.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric) {
                boolean divides = c == '.' || (c == '@' && i == at);
                boolean joins = c == '-' || (c == '_' && i < at);
                boolean afterSign = before == '.' || before == '-' || before == '_' || before == '@';
                if (!(divides || joins) || afterSign) {
                    return false;
                }
            }
            label = c == '.' || c == '@' ? 0 : label + 1;
            if (label > LONGEST_LABEL) {
                return false;
            }
            before = c;
        }
        return before != '.' && before != '-';
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
