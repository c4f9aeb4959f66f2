package octavo.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The addresses behind the links of an issue or a section, numbered for those who read on paper: each address once.
final class PrintNotes {
    private final String prefix;
    private final int list;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /// @param prefix makes the notes' ids unique in the edition
    PrintNotes(String prefix) {
        this(prefix, 1);
    }

    private PrintNotes(String prefix, int list) {
        this.prefix = prefix;
        this.list = list;
    }

    /// The list of the next section, which counts from 1 again.
    PrintNotes next() {
        return new PrintNotes(prefix, list + 1);
    }

    int number(String address) {
        return numbers.computeIfAbsent(address, key -> numbers.size() + 1);
    }

    String id(int number) {
        return prefix + "-link-" + (list == 1 ? "" : list + "-") + number;
    }

    /// The notes as data of the template, with the addresses as a reader would type them.
    List<Map<String, Object>> data() {
        List<Map<String, Object>> notes = new ArrayList<>();
        numbers.forEach((address, number) ->
                notes.add(Map.of("id", id(number), "number", number, "address", address, "shown", shown(address))));
        return notes;
    }

    /// Without what every browser adds by itself.
    static String shown(String address) {
        String shown = address;
        for (String scheme : List.of("https://", "mailto:")) {
            if (shown.startsWith(scheme)) {
                shown = shown.substring(scheme.length());
            }
        }
        return shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
    }
}
