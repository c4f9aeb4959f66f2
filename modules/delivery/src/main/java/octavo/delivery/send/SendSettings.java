package octavo.delivery.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.email.Mailbox;
import octavo.model.OctavoException;

/// How the table `[delivery]` of `octavo.toml` wants it sent.
///
/// @param bounces where mail comes back that could not be delivered; each message's envelope has a variant of it
/// @param perSecond messages a second of one sender, by all its connections
/// @param perSecondByDomain the same for single domains of recipients, in small letters
/// @param perDay messages that all senders together begin on one day (UTC)
/// @param retry how long to wait after the first try, the second and so on; the last stands for all later ones
/// @param giveUp how long a message is tried
/// @param pauseAt the share of refused messages, in per cent, from which the campaign is paused; 100 for never
public record SendSettings(
        Optional<String> bounces,
        Optional<Double> perSecond,
        Map<String, Double> perSecondByDomain,
        OptionalLong perDay,
        List<Duration> retry,
        Duration giveUp,
        int pauseAt) {
    /// The keys under `[delivery]` that are read here.
    public static final Set<String> KEYS =
            Set.of("bounces", "rate", "domain-rate", "per-day", "retry", "give-up", "pause-at");

    private static final Pattern RATE = Pattern.compile("(\\d{1,7})\\s*/\\s*(s|min|h)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,5})\\s*(s|m|min|h|d)");
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final int ENOUGH_TRIES = 10_000;

    public SendSettings {
        perSecondByDomain = Map.copyOf(perSecondByDomain);
        retry = List.copyOf(retry);
    }

    /// @param options the values under `[delivery]`
    /// @throws OctavoException where a value cannot be what its key says
    public static SendSettings of(Map<String, String> options) {
        Values values = new Values(options);
        return new SendSettings(
                values.get("bounces").map(written -> bounces(values, written)),
                values.get("rate").map(written -> rate(values, "rate", written)),
                values.get("domain-rate")
                        .map(written -> domains(values, written))
                        .orElse(Map.of()),
                values.get("per-day")
                        .map(written -> OptionalLong.of(number(values, "per-day", written, 1, 100_000_000)))
                        .orElse(OptionalLong.empty()),
                values.get("retry")
                        .map(written -> times(values, written))
                        .orElse(List.of(
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(15),
                                Duration.ofHours(1))),
                values.get("give-up").map(written -> giveUp(values, written)).orElse(Duration.ofHours(48)),
                values.get("pause-at")
                        .map(written -> (int) number(values, "pause-at", written.replaceFirst("\\s*%$", ""), 1, 100))
                        .orElse(20));
    }

    /// How long to wait after a try, before the next one.
    ///
    /// @param tries how many there were
    /// @param subscriber spreads the waits by up to a fifth, so that those who were deferred together do not all
    /// come
    ///     back together
    Duration waitAfter(int tries, long subscriber) {
        Duration wait = retry.get(Math.min(tries, retry.size()) - 1);
        long spread = Math.floorMod((subscriber * 0x9E3779B97F4A7C15L) >>> 40, 1_000L);
        return wait.plus(wait.multipliedBy(spread).dividedBy(5_000));
    }

    /// How many tries there are in [#giveUp()].
    int tries() {
        Duration waited = Duration.ZERO;
        int tries = 1;
        while (waited.compareTo(giveUp) < 0 && tries < ENOUGH_TRIES) {
            waited = waited.plus(retry.get(Math.min(tries, retry.size()) - 1));
            tries++;
        }
        return tries;
    }

    private record Values(Map<String, String> options) {
        Optional<String> get(String key) {
            return Optional.ofNullable(options.get(key)).map(String::strip).filter(value -> !value.isEmpty());
        }

        OctavoException wrong(String key, String value, String advice) {
            return new OctavoException("octavo.toml: " + key + " under [delivery] cannot be “"
                    + value.replaceAll("\\p{Cntrl}", "?") + "”; " + advice + ".");
        }
    }

    private static String bounces(Values values, String written) {
        try {
            Mailbox mailbox = Mailbox.parse(written);
            // What is put behind the name of the mailbox has to fit into 64 characters (RFC 5321, section 4.5.3.1.1).
            if (mailbox.address().indexOf('@') > 20) {
                throw values.wrong("bounces", written, "at most 20 characters may stand before the @");
            }
            if (mailbox.isInternational()) {
                throw values.wrong("bounces", written, "most mail servers take only ASCII before the @ of a sender");
            }
            return mailbox.address();
        } catch (IllegalArgumentException e) {
            throw values.wrong("bounces", written, "give an address such as bounces@example.org");
        }
    }

    private static double rate(Values values, String key, String written) {
        Matcher matcher = RATE.matcher(written);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw values.wrong(key, written, "give a rate such as 50/s, 600/min or 10000/h");
        }
        return Double.parseDouble(matcher.group(1))
                / switch (matcher.group(2)) {
                    case "s" -> 1;
                    case "min" -> 60;
                    default -> 3600;
                };
    }

    private static Map<String, Double> domains(Values values, String written) {
        Map<String, Double> rates = new HashMap<>();
        for (String part : written.split(",", -1)) {
            String[] words = part.strip().split("\\s+", 2);
            if (words.length < 2) {
                throw values.wrong("domain-rate", written, "give domains with rates: gmail.com 5/s, gmx.de 60/min");
            }
            rates.put(words[0].toLowerCase(Locale.ROOT), rate(values, "domain-rate", words[1]));
        }
        return rates;
    }

    private static long number(Values values, String key, String written, long least, long most) {
        try {
            long number = Long.parseLong(written);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw values.wrong(key, written, "give a number from " + least + " to " + most);
    }

    private static List<Duration> times(Values values, String written) {
        List<Duration> times = new ArrayList<>();
        for (String part : written.split(",", -1)) {
            times.add(time(values, "retry", part.strip()));
        }
        return times;
    }

    private static Duration giveUp(Values values, String written) {
        Duration time = time(values, "give-up", written);
        if (time.compareTo(LONGEST) > 0) {
            throw values.wrong("give-up", written, "give at most " + LONGEST.toDays() + "d: later nobody waits for it");
        }
        return time;
    }

    private static Duration time(Values values, String key, String written) {
        Matcher matcher = TIME.matcher(written);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw values.wrong(key, written, "give times such as 30s, 5m, 1h");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
