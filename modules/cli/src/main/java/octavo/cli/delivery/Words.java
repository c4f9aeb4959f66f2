package octavo.cli.delivery;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import octavo.cli.report.Wording;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;

/// Numbers and times of campaigns in words.
final class Words {
    private Words() {}

    /// `11 s`, `4 min`, `2 h 5 min`, `3 d 2 h`.
    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 100) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " d " + hours % 24 + " h";
    }

    /// `35/s`; slow ones with a decimal.
    static String rate(double perSecond) {
        return perSecond < 9.95 && perSecond > 0
                ? String.format(Locale.ROOT, "%.1f/s", perSecond)
                : Workplace.number(Math.round(perSecond)) + "/s";
    }

    /// `unsubscribed 20, has it already 11`.
    static String counts(Map<String, Long> counts) {
        StringJoiner all = new StringJoiner(", ");
        counts.forEach((what, count) -> all.add(what + " " + Workplace.number(count)));
        return all.toString();
    }

    /// What became of deliveries, the good news first: `1,200 accepted, 4 rejected`.
    static String states(Counts counts) {
        StringJoiner all = new StringJoiner(", ");
        for (Step step : Wording.ORDER) {
            if (counts.of(step) > 0) {
                all.add(Workplace.number(counts.of(step)) + " " + Wording.word(step));
            }
        }
        return all.length() == 0 ? "nobody" : all.toString();
    }
}
