package octavo.delivery.subscriber;

/// In which line of a file each address stood first: 128 bits of its hash and a line's number, so that a million of
/// them
/// fit into some 50 MB. Two addresses of one hash do not happen in the life of all lists there are.
final class LinesByHash {
    private static final long PRIME = 0x100000001b3L;

    /// Two words for each hash; lines are 0 where nothing is.
    private long[] hashes = new long[2 << 10];

    private int[] lines = new int[1 << 10];
    private int size;

    /// @return the line of the same key before, 0 where this is the first
    int put(String key, int line) {
        long first = 0xcbf29ce484222325L;
        long second = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < key.length(); i++) {
            first = (first ^ key.charAt(i)) * PRIME;
            second = Long.rotateLeft(second + key.charAt(i), 23) * 0xBF58476D1CE4E5B9L;
        }
        if (size * 3 > lines.length * 2) {
            grow();
        }
        return put(spread(first), spread(second), line);
    }

    private int put(long first, long second, int line) {
        int mask = lines.length - 1;
        int at = (int) first & mask;
        while (lines[at] != 0) {
            if (hashes[2 * at] == first && hashes[2 * at + 1] == second) {
                return lines[at];
            }
            at = (at + 1) & mask;
        }
        hashes[2 * at] = first;
        hashes[2 * at + 1] = second;
        lines[at] = line;
        size++;
        return 0;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        hashes = new long[2 * oldHashes.length];
        lines = new int[2 * oldLines.length];
        size = 0;
        for (int i = 0; i < oldLines.length; i++) {
            if (oldLines[i] != 0) {
                put(oldHashes[2 * i], oldHashes[2 * i + 1], oldLines[i]);
            }
        }
    }

    private static long spread(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 29);
    }
}
