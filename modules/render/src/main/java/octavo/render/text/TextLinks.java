package octavo.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import octavo.model.Target;
import octavo.render.xhtml.Markup;

/// The numbers of links, and what they stand for, section by section.
final class TextLinks {
    private final Function<Target, Optional<String>> addresses;
    private final Map<String, Integer> section = new LinkedHashMap<>();
    private int last;

    TextLinks(Function<Target, Optional<String>> addresses) {
        this.addresses = addresses;
    }

    /// The mark that follows a link's text, with a space before it that never breaks; empty where none is needed.
    String mark(Target target, String text) {
        return addresses
                .apply(target)
                .filter(address -> !Markup.isActive(address) && !says(text, address))
                .map(address -> "\u00A0[" + section.computeIfAbsent(address, _ -> ++last) + "]")
                .orElse("");
    }

    /// The addresses since the last call, one a line.
    List<String> flush() {
        List<String> lines = new ArrayList<>();
        section.forEach((address, number) -> lines.add("[" + number + "] " + address));
        section.clear();
        return lines;
    }

    /// Whether a text already is the address, give or take what nobody reads aloud.
    private static boolean says(String text, String address) {
        return bare(text).equals(bare(address));
    }

    private static String bare(String address) {
        return address.strip().replaceFirst("^(?:https?://|mailto:|xmpp:)", "").replaceFirst("/$", "");
    }
}
