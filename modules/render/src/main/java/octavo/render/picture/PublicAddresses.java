package octavo.render.picture;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/// Tells addresses of the public Internet from all others: own machine, own network, provider's network, groups,
/// examples (the special-purpose registries of RFC 6890).
final class PublicAddresses {
    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress(), 0);
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        int c = bytes[at + 2] & 0xFF;
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> b < 64 || b > 127; // carriers' networks
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    /// Only what is handed out to networks (2000::/3), without the parts of it that tunnel or illustrate; and the
    /// well-known prefix of address translators, if what is inside is public.
    private static boolean isPublic6(byte[] bytes) {
        int first = group(bytes, 0);
        int second = group(bytes, 1);
        if (first == 0x64 && second == 0xFF9B) {
            boolean wellKnown =
                    group(bytes, 2) == 0 && group(bytes, 3) == 0 && group(bytes, 4) == 0 && group(bytes, 5) == 0;
            return wellKnown && isPublic4(bytes, 12);
        }
        boolean special = (first == 0x2001 && (second < 0x200 || second == 0xDB8))
                || first == 0x2002
                || (first == 0x3FFF && second < 0x1000);
        return (first & 0xE000) == 0x2000 && !special;
    }

    private static int group(byte[] bytes, int index) {
        return (bytes[2 * index] & 0xFF) << 8 | (bytes[2 * index + 1] & 0xFF);
    }
}
