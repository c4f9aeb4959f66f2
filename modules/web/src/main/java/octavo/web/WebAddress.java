package octavo.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import octavo.model.OctavoException;

/// Addresses of the web, and of files below one.
public final class WebAddress {
    private WebAddress() {}

    /// Whether an address is an absolute one of `http` or `https`.
    public static boolean isAbsolute(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// A file's name as a relative reference (RFC 3986, section 4.2).
    public static String href(String name) {
        return Arrays.stream(name.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /// The address of a folder with `/` at its end.
    ///
    /// @param format whose setting `home` it is
    /// @throws OctavoException where it is none
    public static String folder(String format, String written) {
        String address = written.strip();
        if (isAbsolute(address) && address.indexOf('?') < 0 && address.indexOf('#') < 0) {
            return address.endsWith("/") ? address : address + "/";
        }
        throw new OctavoException("[" + format + "] home is \"" + address
                + "\" but must be the web address of a folder, such as \"https://letter.example/" + format
                + "/\"; change it in octavo.toml.");
    }
}
