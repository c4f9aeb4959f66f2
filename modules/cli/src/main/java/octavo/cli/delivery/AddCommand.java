package octavo.cli.delivery;

import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.State;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Attributes;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.ImportOptions;
import octavo.delivery.subscriber.ImportResult;
import octavo.delivery.subscriber.Subscribers;
import octavo.model.Diagnostic;
import octavo.model.Language;
import octavo.model.OctavoException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo subscribers add`: one person.
@Command(name = "add", description = "Puts one person on a list, by the rules of 'import'.")
final class AddCommand implements Callable<Integer> {
    private final Workplace work;

    @Parameters(paramLabel = "ADDRESS", description = "The address.")
    private String address = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The name.")
    private String name = "";

    @Option(names = "--lang", paramLabel = "LANG", description = "The language to write in, such as de.")
    private Optional<String> language = Optional.empty();

    @Option(names = "--status", paramLabel = "STATUS", description = "pending or active (default: active).")
    private State state = State.ACTIVE;

    @Option(
            names = "--attributes",
            paramLabel = "JSON",
            description = "What else is known: {\"town\": \"Port Ellery\"}.")
    private String attributes = "";

    @Option(names = "--list", paramLabel = "LIST", description = "The list (default: ${DEFAULT-VALUE}).")
    private String list = Audience.DEFAULT_LIST;

    @Option(names = "--new-list", description = "Make the list where there are others and not this one.")
    private boolean newList;

    @Option(
            names = "--reactivate",
            description = "Even if they have unsubscribed, bounced or complained: they have asked again.")
    private boolean reactivate;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AddCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Report report = new Report();
        try (Store open = Store.openOrCreate(store.address(work))) {
            ImportOptions options = new ImportOptions(list, newList, state, reactivate, false, false, Optional.empty());
            ImportResult result = new Subscribers(open)
                    .add(
                            Workplace.address(address),
                            name,
                            language.map(AddCommand::tag).orElse(""),
                            Optional.empty(),
                            read(attributes),
                            options,
                            report);
            if (result.gone() + result.suppressed() > 0) {
                throw new OctavoException(address + ": "
                        + report.all().stream()
                                .map(Diagnostic::message)
                                .findFirst()
                                .orElse("not added") + ".");
            }
            if (!common.quiet) {
                report.print(work.terminal(), true);
                String words =
                        result.added() > 0 ? "is on" : result.changed() > 0 ? "was changed on" : "was already on";
                work.terminal().err().println(address + " " + words + " the list " + list + ".");
            }
        }
        return ExitCode.OK;
    }

    private static String tag(String typed) {
        try {
            return new Language(typed).tag();
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("'" + typed + "' is no language tag such as de or pt-BR");
        }
    }

    private static Attributes read(String typed) {
        try {
            return Attributes.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
