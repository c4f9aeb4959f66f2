package octavo.delivery.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import octavo.delivery.State;
import octavo.model.Language;

/// Recursive descent over
///
///     or    = and { "or" and }
///     and   = not { "and" not }
///     not   = "not" not | "(" or ")" | "has" NAME | NAME compare
///     compare = ("=" | "!=" | "<" | "<=" | ">" | ">=" | "contains") VALUE | ["not"] "in" "(" VALUE { "," VALUE } ")"
final class FilterParser {
    /// Longer filters were not written by a person, and databases have their limits.
    private static final int MOST_TOKENS = 2000;

    private static final int DEEPEST = 50;
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "has", "contains");
    private static final Map<String, Filter.Operator> SIGNS = Map.of(
            "=", Filter.Operator.EQUAL,
            "<", Filter.Operator.LESS,
            "<=", Filter.Operator.AT_MOST,
            ">", Filter.Operator.MORE,
            ">=", Filter.Operator.AT_LEAST);
    private static final Map<String, Filter.Kind> FIELDS = Map.ofEntries(
            Map.entry("email", Filter.Kind.EMAIL),
            Map.entry("domain", Filter.Kind.DOMAIN),
            Map.entry("name", Filter.Kind.NAME),
            Map.entry("lang", Filter.Kind.LANG),
            Map.entry("language", Filter.Kind.LANG),
            Map.entry("status", Filter.Kind.STATUS),
            Map.entry("state", Filter.Kind.STATUS),
            Map.entry("since", Filter.Kind.SINCE));
    /// The characters that a path into JSON takes for its own.
    private static final Pattern NO_NAME = Pattern.compile("[\"\\\\\\p{Cc}]");

    private final String filter;
    private final List<Token> tokens;
    private int at;
    private int depth;

    FilterParser(String filter) {
        this.filter = filter;
        this.tokens = Token.all(filter);
        if (tokens.size() > MOST_TOKENS) {
            throw wrong(tokens.get(MOST_TOKENS), "the filter is longer than " + MOST_TOKENS + " words");
        }
    }

    Filter parse() {
        Filter parsed = or();
        if (next().kind() != Token.Kind.END) {
            throw wrong(
                    next(),
                    next().is(")")
                            ? "this parenthesis closes none"
                            : "here “and”, “or” or the end was expected, not " + next().shown());
        }
        return parsed;
    }

    private Filter or() {
        List<Filter> parts = new ArrayList<>(List.of(and()));
        while (takes("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter and() {
        List<Filter> parts = new ArrayList<>(List.of(not()));
        while (takes("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter not() {
        depth++;
        if (depth > DEEPEST) {
            throw wrong(next(), "the filter is nested more than " + DEEPEST + " deep");
        }
        Filter parsed = condition();
        depth--;
        return parsed;
    }

    private Filter condition() {
        if (takes("not")) {
            return new Filter.Not(not());
        }
        Token open = next();
        if (takes("(")) {
            Filter inner = or();
            if (!takes(")")) {
                throw wrong(next(), "here the “)” for the parenthesis of column " + open.column() + " was expected");
            }
            return inner;
        }
        if (takes("has")) {
            return new Filter.Has(field(take()));
        }
        Token name = take();
        return comparison(name, field(name));
    }

    private Filter comparison(Token name, Filter.Field field) {
        Token operator = take();
        if (operator.is("not") && next().is("in")) {
            at++;
            return new Filter.Not(in(field));
        }
        if (operator.is("in")) {
            return in(field);
        }
        if (operator.is("!=")) {
            return new Filter.Not(is(field, Filter.Operator.EQUAL, operator));
        }
        if (operator.is("contains")) {
            return is(field, Filter.Operator.CONTAINS, operator);
        }
        Filter.Operator known = operator.kind() == Token.Kind.SIGN ? SIGNS.get(operator.text()) : null;
        if (known == null) {
            throw wrong(
                    operator,
                    "behind “" + name.text() + "” one of = != < <= > >= in contains was expected, not "
                            + operator.shown());
        }
        return is(field, known, operator);
    }

    private Filter in(Filter.Field field) {
        Token open = next();
        if (!takes("(")) {
            throw wrong(open, "behind “in” values in parentheses were expected, such as (de, fr)");
        }
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(is(field, Filter.Operator.EQUAL, open));
        } while (takes(","));
        if (!takes(")")) {
            throw wrong(next(), "between values a comma and behind the last a “)” was expected, not " + next().shown());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter is(Filter.Field field, Filter.Operator operator, Token sign) {
        Token token = take();
        boolean quoted = token.kind() == Token.Kind.QUOTED;
        if (!quoted
                && (token.kind() != Token.Kind.WORD
                        || RESERVED.contains(token.text().toLowerCase(Locale.ROOT)))) {
            throw wrong(
                    token,
                    "a value was expected, not " + token.shown() + "; put words such as “and” in quotation marks");
        }
        Filter.Value value = new Filter.Value(token.text(), quoted);
        if (field instanceof Filter.Field.Known(Filter.Kind kind)) {
            check(kind, operator, sign, token);
        }
        return new Filter.Is(field, operator, value);
    }

    /// A slip in a value would choose nobody, or with `not` everybody.
    private void check(Filter.Kind kind, Filter.Operator operator, Token sign, Token value) {
        boolean equality = operator == Filter.Operator.EQUAL;
        switch (kind) {
            case STATUS -> {
                if (!equality) {
                    throw wrong(sign, "a status can only be compared by =, != and in");
                }
                if (State.of(value.text()).isEmpty()) {
                    throw wrong(value, value.shown() + " is no status; known are " + String.join(", ", State.words()));
                }
            }
            case LANG -> {
                if (!equality) {
                    throw wrong(sign, "a language can only be compared by =, != and in");
                }
                if (language(value.text()).isEmpty()) {
                    throw wrong(value, value.shown() + " is no language tag such as de or pt-BR");
                }
            }
            case SINCE -> {
                if (operator == Filter.Operator.CONTAINS) {
                    throw wrong(sign, "a date can only be compared by = != < <= > >= and in");
                }
                if (date(value.text()).isEmpty()) {
                    throw wrong(value, value.shown() + " is no date such as 2025-01-31");
                }
            }
            case EMAIL, DOMAIN, NAME -> {}
        }
    }

    static Optional<Language> language(String text) {
        try {
            return Optional.of(new Language(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return text.length() == "2025-01-31".length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Filter.Field field(Token name) {
        boolean quoted = name.kind() == Token.Kind.QUOTED;
        String small = name.text().toLowerCase(Locale.ROOT);
        if (!quoted && (name.kind() != Token.Kind.WORD || RESERVED.contains(small))) {
            throw wrong(
                    name,
                    "a condition was expected, not " + name.shown()
                            + "; it begins with email, domain, name, lang, status, since or an attribute's name");
        }
        if (name.text().isEmpty() || NO_NAME.matcher(name.text()).find()) {
            throw wrong(name, "an attribute cannot be called so");
        }
        Filter.Kind kind = FIELDS.get(small);
        return kind == null || quoted ? new Filter.Field.Attribute(name.text()) : new Filter.Field.Known(kind);
    }

    private boolean takes(String word) {
        boolean is = next().is(word);
        at += is ? 1 : 0;
        return is;
    }

    private Token next() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = next();
        at += token.kind() == Token.Kind.END ? 0 : 1;
        return token;
    }

    private FilterException wrong(Token token, String words) {
        return new FilterException(filter, token.column(), words);
    }
}
