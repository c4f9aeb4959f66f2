package octavo.model;

import java.util.List;
import java.util.Map;

/// How an archive's owner wants a compilation's index of names.
///
/// @param wanted false where there is to be none
/// @param aliases by the name that is printed, the web addresses and other names that mean the same
/// @param omit names and web addresses that do not belong into it
public record IndexRules(boolean wanted, Map<String, List<String>> aliases, List<String> omit) {
    public static final IndexRules DEFAULT = new IndexRules(true, Map.of(), List.of());
    public static final IndexRules NONE = new IndexRules(false, Map.of(), List.of());

    public IndexRules {
        aliases = Copies.ordered(aliases);
        omit = List.copyOf(omit);
    }
}
