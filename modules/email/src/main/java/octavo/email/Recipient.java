package octavo.email;

import java.util.regex.Pattern;

/// Who gets a message, and the token by which the list's web service knows them.
///
/// @param mailbox where it goes; a name there is greeted
/// @param token 1 to 64 letters, digits, `-` and `_`: it stands in addresses and on a line of its own
public record Recipient(Mailbox mailbox, String token) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// Nobody: what a message carries that was built without a recipient. Sending refuses both address and
    /// token.
    public static final Recipient STAND_IN =
            new Recipient(new Mailbox("", "recipient@octavo.invalid"), "OCTAVO-RECIPIENT");

    public Recipient {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("a recipient's token has 1 to 64 letters, digits, - or _");
        }
    }
}
