package octavo.delivery.subscriber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import octavo.delivery.State;
import octavo.model.Language;

/// Makes an entry of a row's fields. What decides whether there is mail must be right, or the row is refused; what
/// only adorns is left out with a remark.
final class RowReader {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final int LONGEST_NAME = 200;
    /// Files have few languages; a hostile one has many words in their place.
    private static final int LANGUAGES = 1000;

    private final Map<String, Optional<String>> languages = new HashMap<>();

    Entry read(int line, List<String> row, Columns columns) {
        String written = Formulas.restored(columns.get(row, Columns.Field.EMAIL));
        if (written.isEmpty()) {
            return refused(line, "import-address", "this row has no address");
        }
        try {
            Address address = Address.parse(written);
            List<Entry.Remark> remarks = new ArrayList<>();
            return new Entry.Person(
                    line,
                    address,
                    name(name(row, columns), remarks),
                    language(columns.get(row, Columns.Field.LANGUAGE), remarks),
                    state(columns.get(row, Columns.Field.STATUS)),
                    since(columns.get(row, Columns.Field.SINCE), remarks),
                    attributes(row, columns),
                    List.copyOf(remarks));
        } catch (BadField e) {
            return refused(line, e.code, e.words);
        } catch (IllegalArgumentException e) {
            return refused(line, "import-address", String.valueOf(e.getMessage()));
        }
    }

    static Entry refused(int line, String code, String words) {
        return new Entry.Refused(line, new Entry.Remark(code, words));
    }

    private static String name(List<String> row, Columns columns) {
        String whole = columns.get(row, Columns.Field.NAME);
        return whole.isEmpty()
                ? (columns.get(row, Columns.Field.GIVEN) + " " + columns.get(row, Columns.Field.FAMILY)).strip()
                : Formulas.restored(whole);
    }

    /// A name stands in a header of the message: a line's end in it would be the end of that header.
    static String name(String written, List<Entry.Remark> remarks) {
        String name = written.strip();
        if (!isPlain(name) && CONTROL.matcher(name).find()) {
            remarks.add(new Entry.Remark(
                    "import-name", "the name holds control characters or a line's end; they were left out"));
            name = CONTROL.matcher(name).replaceAll(" ").strip();
        }
        if (name.length() > LONGEST_NAME) {
            remarks.add(
                    new Entry.Remark("import-name", "the name is longer than " + LONGEST_NAME + " characters; cut"));
            int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
            name = name.substring(0, end).strip();
        }
        return name;
    }

    /// Whether there is nothing to look for.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private String language(String written, List<Entry.Remark> remarks) {
        if (written.isEmpty()) {
            return "";
        }
        if (languages.size() > LANGUAGES) {
            languages.clear();
        }
        Optional<String> tag = languages.computeIfAbsent(written, RowReader::tag);
        if (tag.isEmpty()) {
            remarks.add(new Entry.Remark(
                    "import-language", "“" + shown(written) + "” is no language tag such as de or pt-BR; left out"));
        }
        return tag.orElse("");
    }

    private static Optional<String> tag(String written) {
        try {
            return Optional.of(new Language(written).tag());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<State> state(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(State.ofAnyProgram(written)
                .orElseThrow(() -> new BadField(
                        "import-status",
                        "“" + shown(written) + "” is no status; known are " + String.join(", ", State.words()))));
    }

    private static Optional<Instant> since(String written, List<Entry.Remark> remarks) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> since = Moments.parse(written);
        if (since.isEmpty()) {
            remarks.add(new Entry.Remark(
                    "import-date", "“" + shown(written) + "” is no date such as 2024-11-02; today's was taken"));
        }
        return since;
    }

    private static Attributes attributes(List<String> row, Columns columns) {
        Attributes attributes;
        try {
            attributes = Attributes.parse(columns.get(row, Columns.Field.ATTRIBUTES));
            if (columns.extra().isEmpty()) {
                return attributes;
            }
            Map<String, String> values = new LinkedHashMap<>(attributes.values());
            for (Map.Entry<Integer, String> column : new TreeMap<>(columns.extra()).entrySet()) {
                String field = column.getKey() < row.size()
                        ? Formulas.restored(row.get(column.getKey()).strip())
                        : "";
                if (!field.isEmpty()) {
                    values.put(column.getValue(), Attributes.ofField(field));
                }
            }
            // Once more through the reader, which knows what a database does not take.
            return Attributes.parse(new Attributes(values).json());
        } catch (IllegalArgumentException e) {
            throw new BadField("import-attributes", String.valueOf(e.getMessage()));
        }
    }

    /// What a terminal can show of a hostile field.
    private static String shown(String text) {
        String clean = CONTROL.matcher(text).replaceAll("?");
        return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
    }

    /// A field that makes its row useless.
    private static final class BadField extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String words;

        BadField(String code, String words) {
            super(words, null, false, false);
            this.code = code;
            this.words = words;
        }
    }
}
