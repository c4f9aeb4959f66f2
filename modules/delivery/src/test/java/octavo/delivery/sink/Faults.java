package octavo.delivery.sink;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What goes wrong, and how often.
///
/// A fault of a message depends on the seed, the recipient and the how-manieth try it is, and on nothing else, so
/// that runs repeat whatever their threads do. Faults at `MAIL` go by the sender's address, as the recipient is not
/// known there yet; those before any message go by the number of the connection.
///
/// @param seed another one gives other faults
/// @param percent as many tries of a hundred have a fault
/// @param silence how long the sink says nothing before it drops the connection; slow answers take a quarter of it
/// @param kinds those that are drawn from, all equally often
public record Faults(long seed, int percent, Duration silence, Set<Kind> kinds) {
    /// Where in the dialogue.
    enum Place {
        GREETING,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        /// Right after the message began.
        BODY,
        /// After the dot.
        DOT
    }

    enum Action {
        /// An answer that the protocol knows or does not know.
        REPLY,
        DROP,
        /// Nothing for [#silence], then a drop.
        SILENCE,
        /// The right answer, late.
        SLOW
    }

    /// One thing that goes wrong.
    public enum Kind {
        GREETING_4XX(Place.GREETING, "421 4.3.2 too busy"),
        GREETING_5XX(Place.GREETING, "554 5.7.1 not you"),
        GREETING_GARBAGE(Place.GREETING, "SSH-2.0-sink"),
        EHLO_4XX(Place.EHLO, "421 4.3.2 not now"),
        EHLO_5XX(Place.EHLO, "550 5.7.1 not you"),
        MAIL_4XX(Place.MAIL, "451 4.3.0 later"),
        MAIL_421(Place.MAIL, "421 4.7.0 too many messages"),
        /// Not the recipient's fault: every sender has to stop here.
        MAIL_5XX(Place.MAIL, "550 5.7.1 not from there"),
        RCPT_4XX(Place.RCPT, "450 4.2.1 greylisted"),
        RCPT_421(Place.RCPT, "421 4.7.0 too many recipients"),
        RCPT_5XX(Place.RCPT, "550 5.1.1 no such user"),
        RCPT_POLICY(Place.RCPT, "554 5.7.1 not wanted"),
        /// Asks for the message as if nothing had been refused.
        RCPT_5XX_CARELESS(Place.RCPT, "550 5.1.1 no such user"),
        RCPT_WRONG_CODE(Place.RCPT, "999 what"),
        RCPT_GARBAGE(Place.RCPT, "what?"),
        RCPT_SILENCE(Place.RCPT, Action.SILENCE),
        RCPT_SLOW(Place.RCPT, Action.SLOW),
        RCPT_DROP(Place.RCPT, Action.DROP),
        DATA_4XX(Place.DATA, "451 4.3.0 no room now"),
        DATA_421(Place.DATA, "421 4.3.2 going down"),
        DATA_5XX(Place.DATA, "554 5.5.1 no valid recipients"),
        DATA_SILENCE(Place.DATA, Action.SILENCE),
        BODY_DROP(Place.BODY, Action.DROP),
        DOT_4XX(Place.DOT, "451 4.3.0 later"),
        DOT_421(Place.DOT, "421 4.3.2 going down"),
        DOT_5XX(Place.DOT, "554 5.7.1 looks bad"),
        DOT_SILENCE_TAKEN(Place.DOT, Action.SILENCE, true),
        DOT_SILENCE_LOST(Place.DOT, Action.SILENCE, false),
        DOT_DROP_TAKEN(Place.DOT, Action.DROP, true),
        DOT_DROP_LOST(Place.DOT, Action.DROP, false),
        DOT_SLOW(Place.DOT, Action.SLOW, true),
        DOT_WRONG_CODE_TAKEN(Place.DOT, Action.REPLY, "999 what", true),
        DOT_GARBAGE_TAKEN(Place.DOT, Action.REPLY, "what?", true);

        final Place place;
        final Action action;
        final String reply;
        /// Whether the sink has the message nevertheless.
        final boolean taken;

        Kind(Place place, String reply) {
            this(place, Action.REPLY, reply, false);
        }

        Kind(Place place, Action action) {
            this(place, action, "", false);
        }

        Kind(Place place, Action action, boolean taken) {
            this(place, action, "", taken);
        }

        Kind(Place place, Action action, String reply, boolean taken) {
            this.place = place;
            this.action = action;
            this.reply = reply;
            this.taken = taken;
        }

        /// All that befall single messages, so that a sender goes on: not those of the whole connection, and not the
        /// refused sender.
        public static Set<Kind> ofMessages() {
            return EnumSet.complementOf(
                    EnumSet.of(GREETING_4XX, GREETING_5XX, GREETING_GARBAGE, EHLO_4XX, EHLO_5XX, MAIL_5XX));
        }

        private boolean isOfConnection() {
            return place == Place.GREETING || place == Place.EHLO;
        }
    }

    public Faults {
        kinds = Set.copyOf(kinds);
    }

    public static Faults none() {
        return new Faults(0, 0, Duration.ZERO, Set.of());
    }

    /// The same fault each time.
    public static Faults always(Kind kind, Duration silence) {
        return new Faults(0, 100, silence, Set.of(kind));
    }

    Optional<Kind> ofConnection(int number) {
        return draw(
                "", number, kinds.stream().filter(Kind::isOfConnection).sorted().toList());
    }

    /// @param address of the recipient, or at `MAIL` of the sender
    /// @param attempt counted from 1
    Optional<Kind> ofMessage(Place place, String address, int attempt) {
        List<Kind> choice =
                kinds.stream().filter(kind -> !kind.isOfConnection()).sorted().toList();
        return draw(address, attempt, choice).filter(kind -> (kind.place == Place.MAIL) == (place == Place.MAIL));
    }

    private Optional<Kind> draw(String key, int attempt, List<Kind> choice) {
        long chance = mix(seed + mix(key.hashCode() + mix(attempt)));
        if (choice.isEmpty() || Math.floorMod(chance, 100) >= percent) {
            return Optional.empty();
        }
        return Optional.of(choice.get(Math.floorMod(mix(chance), choice.size())));
    }

    /// Spreads a number over all bits (SplitMix64's last step).
    private static long mix(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
