package octavo.web.site;

import octavo.render.MediaType;

/// Names of files that change when their content does.
final class HashedNames {
    private static final int LENGTH = 20;

    private HashedNames() {}

    /// @param hash of the content, in hexadecimal
    static String of(String hash, MediaType type) {
        return hash.substring(0, LENGTH) + "." + type.extension();
    }
}
