package octavo.cli.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.report.HtmlReport;
import octavo.cli.report.TextReport;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.JsonDocument;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.campaign.Report;
import octavo.model.OctavoException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo campaigns report`: what became of it.
@Command(
        name = "report",
        description = "Tells what became of a campaign: sums, languages, how fast it went, why some did not get it.",
        footer = {
            "",
            "It holds no addresses.",
            "",
            "  octavo campaigns report 3",
            "  octavo campaigns report 3 -o spring.html"
        })
final class ReportCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private CampaignOptions chosen = new CampaignOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "A page (FILE.html) or plain text (FILE.txt) in place of text on standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ReportCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        boolean page = output.filter(file -> hasEnding(file, ".html") || hasEnding(file, ".htm"))
                .isPresent();
        if (output.isPresent() && !page && !hasEnding(output.get(), ".txt")) {
            throw new WrongUsage("'" + output.get() + "' has to end in .html or .txt");
        }
        Report report = chosen.on(work, campaigns -> campaigns.report(chosen.id));
        ZoneId zone = ZoneId.systemDefault();
        if (json) {
            JsonDocument.write(work.terminal().out(), document -> CampaignJson.report(document, report));
        }
        if (output.isPresent()) {
            write(output.get(), page ? HtmlReport.of(report, zone) : TextReport.of(report, zone));
            if (!common.quiet) {
                work.terminal().err().println("The report of campaign " + chosen.id + " is in " + output.get() + ".");
            }
        } else if (!json) {
            work.terminal().out().print(TextReport.of(report, zone));
        }
        return ExitCode.OK;
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// Written beside its place and moved there, so that a failure leaves an older file as it was.
    private static void write(Path file, String text) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OctavoException("'" + file + "' cannot be written (" + e + ").", e);
        }
    }
}
