package octavo.cli.delivery;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import octavo.cli.report.Wording;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.JsonDocument;
import octavo.cli.shell.Terminal;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo campaigns list`: all there are.
@Command(name = "list", description = "Lists the campaigns, the newest first: number, state, begin, recipients, issue.")
final class CampaignListCommand implements Callable<Integer> {
    private final Workplace work;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    CampaignListCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Terminal terminal = work.terminal();
        try (Store open = Store.open(store.address(work))) {
            Campaigns campaigns = new Campaigns(open);
            List<Campaign> all = campaigns.list();
            if (json) {
                JsonDocument.write(terminal.out(), document -> {
                    document.writeArrayFieldStart("campaigns");
                    for (Campaign campaign : all) {
                        document.writeStartObject();
                        CampaignJson.campaign(document, campaign);
                        document.writeEndObject();
                    }
                    document.writeEndArray();
                });
            } else {
                all.forEach(campaign -> terminal.out().println(line(campaigns, campaign)));
                if (all.isEmpty() && !common.quiet) {
                    terminal.err().println("There are no campaigns yet; 'octavo send ISSUE' begins one.");
                }
            }
        }
        return ExitCode.OK;
    }

    private static String line(Campaigns campaigns, Campaign campaign) {
        String total = Workplace.number(campaign.total());
        // To count is slow where there are very many, and of what is over the report tells.
        String people = campaign.state().isOver() ? total : left(campaigns.counts(campaign.id()), total);
        return String.format(
                "%4d  %-9s  %s  %s  %s, to %s",
                campaign.id(),
                campaign.state().word(),
                LocalDateTime.ofInstant(campaign.started().orElse(campaign.starts()), ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace('T', ' '),
                people,
                campaign.title(),
                Wording.audience(campaign));
    }

    private static String left(Counts counts, String total) {
        return Workplace.number(counts.total() - counts.left()) + " of " + total;
    }
}
