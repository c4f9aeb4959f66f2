package octavo.compile;

import java.text.Collator;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.model.PlainText;

/// A line that names people: `General contributors: *Ada, Grace (remote), Mary and Joan*`.
///
/// @param label what stands before the names, as a [Titles#key]; empty where there is nothing
/// @param head the same as running text, colon included
/// @param style how the names are emphasised
/// @param names each as running text
/// @param conjunction what stands before the last name, such as ` and `; empty where it is a comma
/// @param tail what follows the names
record Credit(
        String label, List<Inline> head, Style style, List<List<Inline>> names, String conjunction, List<Inline> tail) {

    enum Style {
        PLAIN,
        EMPHASIS,
        STRONG
    }

    private static final String COMMAS = ",،、，;；؛";
    private static final Pattern ADDRESS = Pattern.compile("\\S+\\.\\p{L}{2,}(?:/\\S*)?|\\S+://\\S+");
    private static final Pattern SENTENCE = Pattern.compile(".*[!?…]|.*\\p{L}{4,}\\..*", Pattern.DOTALL);
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 6;

    /// Reads running text as a credit, if it is one.
    ///
    /// @param and the language's [#conjunction]
    static Optional<Credit> of(List<Inline> content, String and) {
        int colon = colon(content);
        List<Inline> head = new ArrayList<>(colon < 0 ? List.of() : content.subList(0, colon));
        List<Inline> rest = new ArrayList<>(colon < 0 ? content : content.subList(colon, content.size()));
        if (colon >= 0 && rest.getFirst() instanceof Inline.Text(var text)) {
            int at = Math.max(text.indexOf(':'), text.indexOf('：')) + 1;
            int end = at;
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            head.add(new Inline.Text(text.substring(0, end)));
            rest.set(0, new Inline.Text(text.substring(end)));
        }
        String label = Titles.key(PlainText.of(head));
        return named(label, head, trimmed(rest), and);
    }

    /// What stands before the colon of a line, as a [Titles#key]; the whole line where it has no colon.
    static String label(List<Inline> content) {
        String text = PlainText.of(content);
        int colon = text.indexOf(':');
        return Titles.key(colon < 0 ? text : text.substring(0, colon));
    }

    private static Optional<Credit> named(String label, List<Inline> head, List<Inline> rest, String and) {
        Style style = Style.PLAIN;
        List<Inline> list = rest;
        if (rest.size() == 1 && rest.getFirst() instanceof Inline.Emphasis(var content)) {
            style = Style.EMPHASIS;
            list = content;
        } else if (rest.size() == 1 && rest.getFirst() instanceof Inline.Strong(var content)) {
            style = Style.STRONG;
            list = content;
        }
        List<Inline> tail = new ArrayList<>();
        if (!list.isEmpty() && list.getLast() instanceof Inline.Text(var last) && last.endsWith(".")) {
            tail.add(new Inline.Text("."));
            list = new ArrayList<>(list);
            list.set(list.size() - 1, new Inline.Text(last.substring(0, last.length() - 1)));
        }
        List<List<Inline>> names = split(list);
        String conjunction = splitLast(names, and);
        boolean plausible = names.stream().allMatch(Credit::isName)
                && !names.stream().allMatch(Credit::isAddress)
                && (label.isEmpty() ? names.size() > 1 && style != Style.PLAIN : true);
        return plausible && !names.isEmpty()
                ? Optional.of(new Credit(label, head, style, names, conjunction, tail))
                : Optional.empty();
    }

    /// The index of the first piece of text with a colon, else of what follows an emphasised label; -1
    /// without one.
    private static int colon(List<Inline> content) {
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Inline.Text(var text) && (text.contains(":") || text.contains("："))) {
                return i;
            }
            if (i + 1 < content.size()
                    && (content.get(i) instanceof Inline.Strong || content.get(i) instanceof Inline.Emphasis)
                    && PlainText.of(List.of(content.get(i))).endsWith(":")) {
                return i + 1;
            }
        }
        return -1;
    }

    /// Splits at commas that are in no parentheses: `Ada, Mary (a, b)` names two.
    private static List<List<Inline>> split(List<Inline> list) {
        List<List<Inline>> names = new ArrayList<>();
        List<Inline> name = new ArrayList<>();
        int depth = 0;
        for (Inline inline : list) {
            if (!(inline instanceof Inline.Text(var text))) {
                name.add(inline instanceof Inline.SoftBreak ? new Inline.Text(" ") : inline);
                continue;
            }
            int start = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
                if (depth <= 0 && COMMAS.indexOf(c) >= 0) {
                    name.add(new Inline.Text(text.substring(start, i)));
                    names.add(trimmed(name));
                    name = new ArrayList<>();
                    start = i + 1;
                }
            }
            name.add(new Inline.Text(text.substring(start)));
        }
        names.add(trimmed(name));
        names.removeIf(List::isEmpty);
        return names;
    }

    /// Splits the last name at the language's “and”, if it has one.
    private static String splitLast(List<List<Inline>> names, String and) {
        if (names.isEmpty() || and.isEmpty()) {
            return "";
        }
        List<Inline> last = names.removeLast();
        if (!names.isEmpty()
                && last.getFirst() instanceof Inline.Text(var text)
                && text.startsWith(and.stripLeading())) {
            List<Inline> name = new ArrayList<>(last);
            name.set(0, new Inline.Text(text.substring(and.stripLeading().length())));
            names.add(trimmed(name));
            return "," + and;
        }
        for (int i = 0; i < last.size(); i++) {
            int at = last.get(i) instanceof Inline.Text(var piece) ? piece.lastIndexOf(and) : -1;
            if (at >= 0 && last.get(i) instanceof Inline.Text(var piece)) {
                List<Inline> before = new ArrayList<>(last.subList(0, i));
                before.add(new Inline.Text(piece.substring(0, at)));
                List<Inline> after = new ArrayList<>();
                after.add(new Inline.Text(piece.substring(at + and.length())));
                after.addAll(last.subList(i + 1, last.size()));
                names.add(trimmed(before));
                names.add(trimmed(after));
                names.removeIf(List::isEmpty);
                return and;
            }
        }
        names.add(last);
        return "";
    }

    /// ` and ` in the language (CLDR); empty where it is no word of its own.
    static String conjunction(Language language) {
        String two = ListFormat.getInstance(language.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .getPatterns()[3];
        int start = two.indexOf("{0}") + 3;
        int end = two.indexOf("{1}");
        String between = start >= 3 && end > start ? two.substring(start, end) : "";
        return between.startsWith(" ") && between.endsWith(" ") ? between : "";
    }

    private static boolean isName(List<Inline> name) {
        String text = PlainText.of(name);
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.split("\\s+").length <= MOST_WORDS
                && !SENTENCE.matcher(text).matches()
                && name.stream().noneMatch(part -> part instanceof Inline.Image || part instanceof Inline.LineBreak);
    }

    private static boolean isAddress(List<Inline> name) {
        return ADDRESS.matcher(PlainText.of(name)).matches();
    }

    private static List<Inline> trimmed(List<Inline> content) {
        List<Inline> trimmed = new ArrayList<>(content);
        trimmed.replaceAll(inline -> inline instanceof Inline.SoftBreak ? new Inline.Text(" ") : inline);
        while (!trimmed.isEmpty() && trimmed.getFirst() instanceof Inline.Text(var text)) {
            trimmed.removeFirst();
            if (!text.isBlank()) {
                trimmed.addFirst(new Inline.Text(text.stripLeading()));
                break;
            }
        }
        while (!trimmed.isEmpty() && trimmed.getLast() instanceof Inline.Text(var text)) {
            trimmed.removeLast();
            if (!text.isBlank()) {
                trimmed.addLast(new Inline.Text(text.stripTrailing()));
                break;
            }
        }
        return trimmed;
    }

    /// The keys by which two names are the same.
    Set<String> nameKeys() {
        Set<String> keys = new HashSet<>();
        names.forEach(name -> keys.add(Titles.key(PlainText.of(name))));
        return keys;
    }

    /// This credit with the names of another that it lacks: in their place where this one's names stand
    /// in the language's alphabetical order, else at the end.
    Credit with(Credit other, Language language) {
        Set<String> known = nameKeys();
        List<List<Inline>> all = new ArrayList<>(names);
        for (List<Inline> name : other.names) {
            if (known.add(Titles.key(PlainText.of(name)))) {
                all.add(name);
            }
        }
        if (all.size() > names.size()) {
            Comparator<List<Inline>> order = alphabetical(language);
            if (isSorted(names, order)) {
                all.sort(order);
            }
        }
        return new Credit(label, head, style, all, conjunction, tail);
    }

    /// Names in the language's alphabetical order; case does not matter.
    private static Comparator<List<Inline>> alphabetical(Language language) {
        Collator collator = Collator.getInstance(language.locale());
        collator.setStrength(Collator.SECONDARY);
        return (a, b) -> collator.compare(PlainText.of(a), PlainText.of(b));
    }

    private static boolean isSorted(List<List<Inline>> names, Comparator<List<Inline>> order) {
        for (int i = 1; i < names.size(); i++) {
            if (order.compare(names.get(i - 1), names.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /// As running text again.
    List<Inline> inlines(String comma) {
        List<Inline> list = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                list.add(new Inline.Text(i == names.size() - 1 && !conjunction.isEmpty() ? conjunction : comma));
            }
            list.addAll(names.get(i));
        }
        list.addAll(tail);
        List<Inline> all = new ArrayList<>(head);
        switch (style) {
            case PLAIN -> all.addAll(list);
            case EMPHASIS -> all.add(new Inline.Emphasis(list));
            case STRONG -> all.add(new Inline.Strong(list));
        }
        return all;
    }
}
