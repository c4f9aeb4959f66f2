package octavo.render.picture;

import java.nio.charset.StandardCharsets;

/// A look at bytes as the headers of picture formats need it. What lies beyond the end reads as 0, so that
/// a cut-off file yields senseless numbers, which are refused, instead of an exception.
@SuppressWarnings("ArrayRecordComponent") // a view of the array, never compared
record Bytes(byte[] array) {
    int size() {
        return array.length;
    }

    int u8(int at) {
        return at >= 0 && at < array.length ? array[at] & 0xFF : 0;
    }

    int u16be(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(int at) {
        return u16le(at) | u8(at + 2) << 16;
    }

    int i32be(int at) {
        return u16be(at) << 16 | u16be(at + 2);
    }

    int i32le(int at) {
        return u16le(at) | u16le(at + 2) << 16;
    }

    /// Whether this Latin-1 text stands at a place.
    boolean has(int at, String text) {
        if (at < 0 || at + text.length() > array.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String latin1(int at, int length) {
        int start = Math.clamp(at, 0, array.length);
        int end = Math.clamp((long) at + length, start, array.length);
        return new String(array, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
