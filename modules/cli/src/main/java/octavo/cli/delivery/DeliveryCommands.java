package octavo.cli.delivery;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import octavo.cli.shell.Terminal;
import picocli.CommandLine;

/// `octavo subscribers`, `send`, `campaigns` and `store`. Databases are loaded by these commands alone.
public final class DeliveryCommands {
    private DeliveryCommands() {}

    /// @param keys the tables of `octavo.toml` and the keys that each may have
    /// @param issues where issues come from, with options of its own
    public static void addTo(
            CommandLine line, Terminal terminal, Supplier<Map<String, Set<String>>> keys, IssueSource issues) {
        Workplace work = new Workplace(terminal, keys);
        line.addSubcommand(new CommandLine(new SubscribersCommand())
                        .addSubcommand(new ImportCommand(work))
                        .addSubcommand(new ExportCommand(work))
                        .addSubcommand(new AddCommand(work))
                        .addSubcommand(new RemoveCommand(work))
                        .addSubcommand(new ListCommand(work))
                        .addSubcommand(new ShowCommand(work))
                        .addSubcommand(new StatsCommand(work)))
                .addSubcommand(new CommandLine(new SendCommand(work, issues)).addMixin("issues", issues))
                .addSubcommand(new CommandLine(new CampaignsCommand())
                        .addSubcommand(new CampaignListCommand(work))
                        .addSubcommand(new CampaignShowCommand(work))
                        .addSubcommand(new PauseCommand(work))
                        .addSubcommand(new ResumeCommand(work))
                        .addSubcommand(new CancelCommand(work))
                        .addSubcommand(new DoubtsCommand(work))
                        .addSubcommand(new ReportCommand(work)))
                .addSubcommand(new CommandLine(new StoreCommand())
                        .addSubcommand(new CheckCommand(work))
                        .addSubcommand(new BackupCommand(work))
                        .addSubcommand(new MigrateCommand(work)));
    }
}
