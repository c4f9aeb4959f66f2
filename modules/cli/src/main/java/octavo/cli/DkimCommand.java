package octavo.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
import octavo.cli.shell.Site;
import octavo.cli.shell.Terminal;
import octavo.email.Mailbox;
import octavo.email.dkim.DkimKey;
import octavo.email.dkim.DkimSettings;
import octavo.email.dkim.KeySource;
import octavo.email.dkim.RecordCheck;
import octavo.email.dkim.Signatory;
import octavo.email.dkim.TxtLookup;
import octavo.model.OctavoException;
import octavo.reader.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo email dkim`: what DNS must say for signed emails, and whether it does.
@Command(
        name = "dkim",
        description = "Prints the DNS records of the keys that sign emails, and checks that DNS has them.",
        footer = {
            "",
            "dkim-selector and dkim-key under [email] in octavo.toml name the key; see",
            "docs/email.md.",
            "Exits with 3 where DNS does not have the records.",
            "",
            "  octavo email dkim --generate          makes the key files that are not there",
            "  octavo email dkim --offline >> zone   records for a zone file"
        })
final class DkimCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final TxtLookup dns;

    @Parameters(
            paramLabel = "ARCHIVE",
            arity = "0..1",
            description = "The archive's folder; the current one if not given.")
    private List<Path> archive = new ArrayList<>();

    @Option(
            names = "--generate",
            description = "Make the key files that octavo.toml names and that are not there; none is ever overwritten.")
    private boolean generate;

    @Option(names = "--offline", description = "Only print the records; do not ask DNS.")
    private boolean offline;

    @Option(names = "--json", description = "Print the records and what DNS says as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /// A key's record.
    ///
    /// @param made the file that was made for it in this run
    /// @param check what DNS has; empty where it was not asked
    record Found(Signatory signatory, Optional<Path> made, Optional<RecordCheck> check) {}

    /// @param dns what is asked for records
    DkimCommand(Terminal terminal, TxtLookup dns) {
        this.terminal = terminal;
        this.dns = dns;
    }

    @Override
    public Integer call() {
        Report report = new Report();
        DkimSettings settings = settings(report);
        List<Optional<Path>> made = generate ? made(settings) : List.of();
        List<Signatory> signatories = settings.signatories(report);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < signatories.size(); i++) {
            Signatory signatory = signatories.get(i);
            // DNS cannot know what was made a moment ago.
            Optional<RecordCheck> check =
                    offline || generate ? Optional.empty() : Optional.of(RecordCheck.of(signatory, dns));
            found.add(new Found(signatory, generate ? made.get(i) : Optional.empty(), check));
        }
        if (json) {
            RunJson.dkim(terminal.out(), found, report.all());
        } else {
            print(found, report);
        }
        boolean well = found.stream()
                .flatMap(one -> one.check().stream())
                .allMatch(check -> check.state().isWell());
        return well ? ExitCode.OK : Main.PROBLEMS;
    }

    private DkimSettings settings(Report report) {
        Site site = Site.of(archive);
        Formats formats = Formats.find();
        Settings settings = Settings.load(site.root(), terminal.environment(), report);
        settings.checkFormatKeys(formats.optionKeys());
        Map<String, String> options = settings.formats().getOrDefault("email", Map.of());
        DkimSettings dkim = DkimSettings.of(options, fromDomain(options), settings.root());
        if (dkim.keys().isEmpty()) {
            throw new OctavoException("octavo.toml has no " + DkimSettings.KEY
                    + " under [email], so emails are not signed"
                    + " here and the relay may do it. To sign here, set " + DkimSettings.KEY + " to a path outside the"
                    + " archive and " + DkimSettings.SELECTOR
                    + " to a name such as octavo-2026; then 'octavo email dkim"
                    + " --generate' makes the key.");
        }
        return dkim;
    }

    private static String fromDomain(Map<String, String> options) {
        Optional<String> from = Optional.ofNullable(options.get("from"));
        if (from.isEmpty() && !options.containsKey(DkimSettings.DOMAIN)) {
            throw new OctavoException("octavo.toml has neither from nor " + DkimSettings.DOMAIN
                    + " under [email]; one of them must say which domain signs.");
        }
        try {
            return from.map(Mailbox::parse).map(Mailbox::domain).orElse("");
        } catch (IllegalArgumentException e) {
            throw new OctavoException("octavo.toml: from under [email]: " + e.getMessage() + ".", e);
        }
    }

    /// Makes the keys whose files are not there.
    ///
    /// @return for each key its new file, if it was made
    private static List<Optional<Path>> made(DkimSettings settings) {
        List<Optional<Path>> made = new ArrayList<>();
        for (DkimSettings.Key key : settings.keys()) {
            if (key.source() instanceof KeySource.InFile(Path file)
                    && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                DkimKey.generate(key.algorithm()).writeTo(file);
                made.add(Optional.of(file));
            } else {
                made.add(Optional.empty());
            }
        }
        if (made.stream().allMatch(Optional::isEmpty)) {
            throw new OctavoException(
                    "The keys that octavo.toml names are there already and were left as they are; for a"
                            + " new key give it a new file and a new selector.");
        }
        return made;
    }

    /// Records as a zone file takes them, with the plain name and value for web forms in comments.
    private void print(List<Found> found, Report report) {
        for (Found one : found) {
            one.made().ifPresent(file -> say("Made " + file + "; keep it secret, and a copy of it safe."));
            terminal.out().println("; name:  " + one.signatory().record().name());
            terminal.out().println("; value: " + one.signatory().record().value());
            terminal.out().println(one.signatory().record().zoneEntry());
        }
        for (Found one : found) {
            one.check().ifPresent(check -> {
                if (!common.quiet || !check.state().isWell()) {
                    terminal.err().println(one.signatory().record().name() + ": " + check.words() + ".");
                }
            });
        }
        if (generate) {
            say("Publish what is printed, then run 'octavo email dkim' to see whether DNS has it.");
        }
        if (!common.quiet) {
            report.print(terminal, false);
        }
    }

    private void say(String words) {
        if (!common.quiet) {
            terminal.err().println(words);
        }
    }
}
