package octavo.cli.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import octavo.model.Language;

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

    /// `English`, `Portuguese (Brazil)`.
    static String language(Language language) {
        return language.locale().getDisplayName(Locale.ENGLISH);
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
        for (Step step : List.of(
                Step.ACCEPTED,
                Step.REJECTED,
                Step.IN_DOUBT,
                Step.EXPIRED,
                Step.CANCELLED,
                Step.ATTEMPTING,
                Step.CLAIMED,
                Step.PENDING)) {
            if (counts.of(step) > 0) {
                all.add(Workplace.number(counts.of(step)) + " " + word(step));
            }
        }
        return all.length() == 0 ? "nobody" : all.toString();
    }

    /// A state for people who have not read the manual.
    static String word(Step step) {
        return switch (step) {
            case PENDING -> "waiting";
            case CLAIMED -> "next";
            case ATTEMPTING -> "on the way";
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case IN_DOUBT -> "in doubt";
            case EXPIRED -> "given up";
            case CANCELLED -> "cancelled";
        };
    }

    /// `newsletter`, `newsletter, where lang = de`.
    static String audience(Campaign campaign) {
        return campaign.list() + (campaign.chosen().isEmpty() ? "" : ", where " + campaign.chosen());
    }
}
