package octavo.cli.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Address;
import octavo.delivery.subscriber.Subscribers;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo subscribers remove`: somebody leaves, or is forgotten.
@Command(
        name = "remove",
        description = "Takes people off all lists or one; they stay in the store as unsubscribed.",
        footer = {
            "",
            "--erase forgets everything about them but a salted hash of the address, by which",
            "an import of an older file knows not to write to them again. Backups made before",
            "keep what they have."
        })
final class RemoveCommand implements Callable<Integer> {
    private final Workplace work;

    @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "The addresses.")
    private List<String> addresses = new ArrayList<>();

    @Option(names = "--list", paramLabel = "LIST", description = "Only this list.")
    private Optional<String> list = Optional.empty();

    @Option(names = "--suppress", description = "Never write to them again, whatever any file says.")
    private boolean suppress;

    @Option(names = "--erase", description = "Forget them, as they have the right to ask.")
    private boolean erase;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RemoveCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        if ((erase && suppress) || (list.isPresent() && (erase || suppress))) {
            throw new WrongUsage("--list, --suppress and --erase exclude each other: the latter two are for all lists");
        }
        List<Address> people = addresses.stream().map(Workplace::address).toList();
        try (Store open = Store.open(store.address(work))) {
            Subscribers subscribers = new Subscribers(open);
            people.forEach(address -> {
                String words = remove(subscribers, address);
                if (!common.quiet) {
                    work.terminal().err().println(address.email() + " " + words + ".");
                }
            });
        }
        return ExitCode.OK;
    }

    private String remove(Subscribers subscribers, Address address) {
        if (erase) {
            return subscribers.erase(address)
                    ? "is forgotten, and will not be written to again"
                    : "was not known, and will not be written to";
        }
        if (suppress) {
            subscribers.suppress(address, "suppressed by the operator");
            return "is on the suppression list";
        }
        List<String> left = subscribers.remove(address, list, "removed by the operator");
        return left.isEmpty() ? "had left before" : "has left " + String.join(", ", left);
    }
}
