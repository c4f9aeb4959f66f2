package octavo.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How somebody stands to a list. Only the active get mail.
public enum State {
    /// Has asked for the letter and not confirmed it yet.
    PENDING,
    /// Gets the letter.
    ACTIVE,
    /// Has left.
    UNSUBSCRIBED,
    /// The address takes no mail.
    BOUNCED,
    /// Has called the letter spam.
    COMPLAINED,
    /// Is never written to again, whatever any file says.
    SUPPRESSED;

    /// The words of other programs: listmonk, Mailchimp and their like.
    private static final Map<String, State> OTHER_WORDS = Map.ofEntries(
            Map.entry("enabled", ACTIVE),
            Map.entry("subscribed", ACTIVE),
            Map.entry("confirmed", ACTIVE),
            Map.entry("unconfirmed", PENDING),
            Map.entry("disabled", UNSUBSCRIBED),
            Map.entry("cleaned", BOUNCED),
            Map.entry("blocklisted", SUPPRESSED),
            Map.entry("blacklisted", SUPPRESSED),
            Map.entry("blocked", SUPPRESSED));

    /// `active`, as stores, files and filters have it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All words, in order.
    public static List<String> words() {
        return Arrays.stream(values()).map(State::word).toList();
    }

    /// Reads one of [#words], in small or capital letters.
    public static Optional<State> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /// Reads a word of this or another program.
    public static Optional<State> ofAnyProgram(String word) {
        return of(word).or(() -> Optional.ofNullable(OTHER_WORDS.get(word.toLowerCase(Locale.ROOT))));
    }

    /// Whether somebody must ask before there is mail again.
    public boolean isGone() {
        return switch (this) {
            case PENDING, ACTIVE -> false;
            case UNSUBSCRIBED, BOUNCED, COMPLAINED, SUPPRESSED -> true;
        };
    }
}
