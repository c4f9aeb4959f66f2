package octavo.epub;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A licence as a reader wants to see it.
///
/// @param name the usual short form of a Creative Commons licence, anything else as its owner wrote it
/// @param address where its text is, for those licences that Octavo knows
record Licence(String name, Optional<String> address) {
    private static final Pattern CREATIVE_COMMONS =
            Pattern.compile("CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\\.[0-9])", Pattern.CASE_INSENSITIVE);

    static Licence of(String written) {
        Matcher matcher = CREATIVE_COMMONS.matcher(written.strip());
        if (matcher.matches()) {
            String kind = matcher.group(1);
            String address = "https://creativecommons.org/licenses/" + kind.toLowerCase(Locale.ROOT) + "/"
                    + matcher.group(2) + "/";
            return new Licence("CC " + kind.toUpperCase(Locale.ROOT) + " " + matcher.group(2), Optional.of(address));
        }
        if (written.strip().equalsIgnoreCase("CC0-1.0")) {
            return new Licence("CC0 1.0", Optional.of("https://creativecommons.org/publicdomain/zero/1.0/"));
        }
        return new Licence(written.strip(), Optional.empty());
    }
}
