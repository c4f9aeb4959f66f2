package octavo.cli.delivery;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.report.Wording;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.JsonDocument;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo campaigns show`: how far one is.
@Command(name = "show", description = "Shows how far a campaign is, also while it is sent.")
final class CampaignShowCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private CampaignOptions chosen = new CampaignOptions();

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Mixin
    CommonOptions common = new CommonOptions();

    private record Found(Campaign campaign, Counts counts) {}

    CampaignShowCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Found found = chosen.on(work, campaigns -> new Found(campaigns.get(chosen.id), campaigns.counts(chosen.id)));
        PrintStream out = work.terminal().out();
        if (json) {
            JsonDocument.write(out, document -> {
                CampaignJson.campaign(document, found.campaign());
                Events.counts(document, found.counts());
            });
        } else {
            print(out, found.campaign(), found.counts());
        }
        return ExitCode.OK;
    }

    private static void print(PrintStream out, Campaign campaign, Counts counts) {
        ZonedDateTime now = StartTime.here();
        out.println("Campaign " + campaign.id() + ": " + campaign.title() + "  (" + campaign.issue() + ")");
        line(out, "list", Wording.audience(campaign));
        line(out, "state", campaign.state().word() + (campaign.cause().isEmpty() ? "" : ": " + campaign.cause()));
        line(out, "made", StartTime.shown(campaign.created(), now));
        time(out, "begins", campaign.started().isEmpty() ? Optional.of(campaign.starts()) : Optional.empty(), now);
        time(out, "began", campaign.started(), now);
        time(out, "ended", campaign.finished(), now);
        int width = Workplace.number(campaign.total()).length();
        line(out, "recipients", Workplace.number(campaign.total()));
        for (Step step : Step.values()) {
            if (counts.of(step) > 0) {
                String number = Workplace.number(counts.of(step));
                line(out, "  " + Wording.word(step), " ".repeat(width - number.length()) + number);
            }
        }
        if (counts.of(Step.IN_DOUBT) > 0) {
            out.println("To look at the doubts: octavo campaigns doubts " + campaign.id());
        }
        switch (campaign.state()) {
            case READY, RUNNING -> out.println("To send what is left: octavo send --join " + campaign.id());
            case PAUSED -> out.println("To go on: octavo campaigns resume " + campaign.id());
            case FINISHED, CANCELLED -> {}
        }
    }

    private static void time(PrintStream out, String label, Optional<Instant> time, ZonedDateTime now) {
        time.ifPresent(there -> line(out, label, StartTime.shown(there, now)));
    }

    private static void line(PrintStream out, String label, String value) {
        out.println(String.format("  %-12s  ", label) + value);
    }
}
