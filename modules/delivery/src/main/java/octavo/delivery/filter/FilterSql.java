package octavo.delivery.filter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import octavo.delivery.store.Dialect;
import octavo.delivery.store.Sql;
import octavo.model.OctavoException;

/// A filter as a condition on the subscriber `s` and the subscription `n`. Values and names from the filter are
/// always parameters. `IS TRUE` makes two values of SQL's three: what is unknown does not hold.
public record FilterSql(Dialect dialect) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    public Sql of(Filter filter) {
        return switch (filter) {
            case Filter.And(List<Filter> parts) -> joined(" AND ", parts);
            case Filter.Or(List<Filter> parts) -> joined(" OR ", parts);
            case Filter.Not(Filter part) -> wrapped("NOT ", of(part), "");
            case Filter.Has(Filter.Field field) -> wrapped("(", has(field), ") IS TRUE");
            case Filter.Is(Filter.Field field, Filter.Operator operator, Filter.Value value) ->
                wrapped("(", is(field, operator, value), ") IS TRUE");
        };
    }

    private Sql joined(String word, List<Filter> parts) {
        return wrapped("(", Sql.joined(word, parts.stream().map(this::of).toList()), ")");
    }

    private static Sql wrapped(String before, Sql sql, String behind) {
        return new Sql("(" + before + sql.text() + behind + ")", sql.values());
    }

    private Sql has(Filter.Field field) {
        return switch (field) {
            case Filter.Field.Attribute(String name) -> dialect.attributeThere(name);
            case Filter.Field.Known(Filter.Kind kind) ->
                switch (kind) {
                    case NAME -> Sql.of("s.name <> ''");
                    case LANG -> Sql.of("s.language <> ''");
                    case EMAIL, DOMAIN, STATUS, SINCE -> Sql.of("1 = 1");
                };
        };
    }

    private Sql is(Filter.Field field, Filter.Operator operator, Filter.Value value) {
        return switch (field) {
            case Filter.Field.Attribute(String name) -> attribute(name, operator, value);
            case Filter.Field.Known(Filter.Kind kind) ->
                switch (kind) {
                    case EMAIL -> text(Sql.of("s.address_key"), operator, small(value));
                    case DOMAIN -> text(Sql.of("{domain}"), operator, small(value));
                    case NAME -> text(Sql.of("s.name"), operator, value.text());
                    case LANG -> language(value.text());
                    case STATUS -> Sql.of("n.state = ?", small(value));
                    case SINCE -> since(operator, value.text());
                };
        };
    }

    private Sql attribute(String name, Filter.Operator operator, Filter.Value value) {
        Sql asText = text(dialect.attributeText(name), operator, value.text());
        if (value.quoted()
                || operator == Filter.Operator.CONTAINS
                || !NUMBER.matcher(value.text()).matches()) {
            return asText;
        }
        Sql number = dialect.attributeNumber(name);
        Sql asNumber = compared(number, operator, Double.valueOf(value.text()));
        // A number that was once typed into a field for texts is meant as well; but texts have no order of numbers.
        return operator == Filter.Operator.EQUAL ? Sql.joined(" OR ", List.of(asNumber, asText)) : asNumber;
    }

    private static Sql text(Sql field, Filter.Operator operator, String value) {
        if (operator != Filter.Operator.CONTAINS) {
            return compared(field, operator, value);
        }
        List<Object> values = new ArrayList<>(field.values());
        values.add(value);
        return new Sql("{position}(" + field.text() + ", ?) > 0", values);
    }

    private static Sql compared(Sql field, Filter.Operator operator, Object value) {
        List<Object> values = new ArrayList<>(field.values());
        values.add(value);
        return new Sql("(" + field.text() + ") " + operator.sign() + " ?", values);
    }

    /// `pt` means Brazil's as well.
    private static Sql language(String text) {
        String tag = FilterParser.language(text).orElseThrow().tag();
        return Sql.of("s.language = ? OR s.language LIKE ?", tag, tag + "-%");
    }

    private static Sql since(Filter.Operator operator, String text) {
        LocalDate day = FilterParser.date(text).orElseThrow();
        long start = millis(day);
        long end = millis(day.plusDays(1));
        return switch (operator) {
            case EQUAL -> Sql.of("n.since >= ? AND n.since < ?", start, end);
            case LESS -> Sql.of("n.since < ?", start);
            case AT_MOST -> Sql.of("n.since < ?", end);
            case MORE -> Sql.of("n.since >= ?", end);
            case AT_LEAST -> Sql.of("n.since >= ?", start);
            case CONTAINS -> throw new OctavoException("A date contains nothing.");
        };
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static String small(Filter.Value value) {
        return value.text().toLowerCase(Locale.ROOT);
    }
}
