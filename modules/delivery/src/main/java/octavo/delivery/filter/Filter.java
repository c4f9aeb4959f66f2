package octavo.delivery.filter;

import java.util.List;
import java.util.SequencedSet;

/// Which subscribers are chosen.
///
///     lang = de and since < 2025-01-01
///     not (town in ("Port Ellery", Tern) or domain = example.org)
///     status = active and has berth and berth >= 9
///
/// Each condition holds or does not: `town != Tern` chooses those without a town as well, and `not` always
/// chooses all others.
public sealed interface Filter {
    /// Reads a filter.
    ///
    /// @throws FilterException where it is none
    static Filter parse(String text) {
        return new FilterParser(text).parse();
    }

    /// All of them hold.
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// One of them holds, or more.
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// It does not hold.
    record Not(Filter part) implements Filter {}

    /// A field is there and not empty.
    record Has(Field field) implements Filter {}

    /// A field compared with a value.
    record Is(Field field, Operator operator, Value value) implements Filter {}

    /// A field's value, by its name.
    sealed interface Field {
        /// What every subscriber has.
        record Known(Kind kind) implements Field {}

        /// Something that a list knows beside.
        record Attribute(String name) implements Field {}
    }

    /// The fields that are known, by their names.
    enum Kind {
        EMAIL,
        /// What stands behind the `@`.
        DOMAIN,
        NAME,
        LANG,
        STATUS,
        /// Since when on the list, as a day.
        SINCE
    }

    /// How to compare; by the letter, small and capital ones are different.
    enum Operator {
        EQUAL("="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        CONTAINS("contains");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /// What a field is compared with.
    ///
    /// @param text as it was written, without quotation marks
    /// @param quoted whether it stood in quotation marks, and so is a text even where it looks like a number
    record Value(String text, boolean quoted) {}

    /// The names of the attributes that it asks for, in its order.
    default SequencedSet<String> attributes() {
        SequencedSet<String> names = new java.util.LinkedHashSet<>();
        collect(this, names);
        return names;
    }

    private static void collect(Filter filter, SequencedSet<String> names) {
        switch (filter) {
            case And(List<Filter> parts) -> parts.forEach(part -> collect(part, names));
            case Or(List<Filter> parts) -> parts.forEach(part -> collect(part, names));
            case Not(Filter part) -> collect(part, names);
            case Has(Field field) -> collect(field, names);
            case Is(Field field, var _, var _) -> collect(field, names);
        }
    }

    private static void collect(Field field, SequencedSet<String> names) {
        if (field instanceof Field.Attribute(String name)) {
            names.add(name);
        }
    }
}
