package octavo.cli.delivery;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.filter.Filter;
import octavo.delivery.filter.FilterException;
import octavo.delivery.subscriber.Address;

/// What these commands work with.
///
/// @param keys the tables of `octavo.toml` and the keys that each may have
record Workplace(Terminal terminal, Supplier<Map<String, Set<String>>> keys) {
    /// An address as a user typed it.
    static Address address(String typed) {
        try {
            return Address.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /// A filter as a user typed it.
    static Filter filter(String typed) {
        try {
            return Filter.parse(typed);
        } catch (FilterException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /// `1 person`, `2 people`.
    static String counted(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    static String number(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }
}
