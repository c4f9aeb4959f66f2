package octavo.cli.delivery;

import java.util.Optional;
import octavo.delivery.subscriber.Audience;
import picocli.CommandLine.Option;

/// Which people.
final class AudienceOptions {
    @Option(names = "--list", paramLabel = "LIST", description = "The list (default: ${DEFAULT-VALUE}).")
    private String list = Audience.DEFAULT_LIST;

    @Option(
            names = "--where",
            paramLabel = "FILTER",
            description = "Only those of whom this holds: \"lang = de and since < 2025-01-01\", with and, or, not, in,"
                    + " has, contains, parentheses and attributes by name.")
    private Optional<String> where = Optional.empty();

    /// Whether it is not simply everybody on the usual list.
    boolean isChosen() {
        return where.isPresent() || !list.equals(Audience.DEFAULT_LIST);
    }

    Audience audience() {
        return where.map(words -> new Audience(list, Optional.of(Workplace.filter(words)), words))
                .orElseGet(() -> Audience.all(list));
    }
}
