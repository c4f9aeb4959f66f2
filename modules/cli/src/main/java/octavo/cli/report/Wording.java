package octavo.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Report;
import octavo.delivery.campaign.Step;
import octavo.model.Language;

/// What the reports and the command line say in the same words.
public final class Wording {
    /// How a reader counts what happened: the good news first.
    public static final List<Step> ORDER = List.of(
            Step.ACCEPTED,
            Step.REJECTED,
            Step.IN_DOUBT,
            Step.EXPIRED,
            Step.CANCELLED,
            Step.ATTEMPTING,
            Step.CLAIMED,
            Step.PENDING);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private Wording() {}

    /// A state for people who have not read the manual.
    public static String word(Step step) {
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

    /// What a state means, for who meets it for the first time.
    static String meaning(Step step) {
        return switch (step) {
            case PENDING -> "not sent yet, or put off by the server";
            case CLAIMED -> "about to be sent";
            case ATTEMPTING -> "being sent";
            case ACCEPTED -> "a mail server has taken it";
            case REJECTED -> "a mail server has refused it for good";
            case IN_DOUBT -> "sent, and no answer was heard";
            case EXPIRED -> "put off for too long";
            case CANCELLED -> "not sent: the campaign was cancelled, or they have left";
        };
    }

    /// The states that happened, and the first one in any case.
    static List<Step> present(Counts counts) {
        return ORDER.stream()
                .filter(step -> step == Step.ACCEPTED || counts.of(step) > 0)
                .toList();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `98.7 %`; only what is all or nothing is told as 100 or 0.
    static String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double percent = 100.0 * part / whole;
        double shown = part == whole || part == 0 ? percent : Math.clamp(percent, 0.1, 99.9);
        return String.format(Locale.ROOT, part == whole || part == 0 ? "%.0f %%" : "%.1f %%", shown);
    }

    /// `English`, `Portuguese (Brazil)`.
    public static String language(Language language) {
        return language.locale().getDisplayName(Locale.ENGLISH);
    }

    static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }

    /// `newsletter`, `newsletter, where lang = de`.
    public static String audience(Campaign campaign) {
        return campaign.list() + (campaign.chosen().isEmpty() ? "" : ", where " + campaign.chosen());
    }

    static String domain(Report.Reason reason) {
        return reason.domain().isEmpty() ? "(erased)" : reason.domain();
    }

    /// From its beginning to its end, or to the last message that was accepted.
    static Optional<Duration> lasted(Report report) {
        Campaign campaign = report.campaign();
        Optional<Instant> end = campaign.finished()
                .or(() -> report.curve().isEmpty()
                        ? Optional.empty()
                        : Optional.of(report.curve().getLast().at()));
        return campaign.started()
                .flatMap(start -> end.map(last -> Duration.between(start, last)))
                .filter(duration -> !duration.isNegative());
    }

    /// `11 seconds`, `1 hour 5 minutes`.
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return unit(Math.max(1, seconds), "second");
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 120) {
            return unit(minutes, "minute");
        }
        long hours = minutes / 60;
        return hours < 48
                ? joined(unit(hours, "hour"), unit(minutes % 60, "minute"))
                : joined(unit(hours / 24, "day"), unit(hours % 24, "hour"));
    }

    private static String unit(long count, String name) {
        return count == 0 ? "" : count + " " + name + (count == 1 ? "" : "s");
    }

    private static String joined(String... parts) {
        return String.join(
                " ", Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }
}
