package octavo.render.picture;

import java.util.Arrays;

/// The colours of a picture, each numbered in the order in which they appear, and counted.
///
/// Where there are too many, the lowest bits of red, green and blue are passed over, one bit after the other,
/// and the first colour stands for all that look like it.
final class Colours {
    private static final int SLOTS = 1 << 17;

    private final int[] slots = new int[SLOTS];
    private int[] colours = new int[1024];
    private int[] counts = new int[1024];
    private final int most;
    private int size;
    private int mask = 0xFFFFFFFF;

    private Colours(int most) {
        this.most = most;
    }

    /// @param most colours wanted, at most some ten thousands
    static Colours of(Bitmap bitmap, int most) {
        Colours colours = new Colours(most);
        int[] pixels = bitmap.argb();
        for (int i = 0; i < pixels.length; ) {
            int pixel = pixels[i];
            int end = i + 1;
            while (end < pixels.length && pixels[end] == pixel) {
                end++;
            }
            colours.add(pixel, end - i);
            i = end;
        }
        return colours;
    }

    private void add(int pixel, int count) {
        int slot = slot(pixel);
        if (slots[slot] == 0) {
            if (size == most) {
                coarsen();
                add(pixel, count);
                return;
            }
            if (size == colours.length) {
                colours = Arrays.copyOf(colours, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            colours[size] = pixel;
            slots[slot] = ++size;
        }
        counts[slots[slot] - 1] += count;
    }

    private int slot(int pixel) {
        int key = pixel & mask;
        int slot = (key * 0x9E3779B1) >>> 15;
        while (slots[slot] != 0 && (colours[slots[slot] - 1] & mask) != key) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private void coarsen() {
        int[] oldColours = Arrays.copyOf(colours, size);
        int[] oldCounts = Arrays.copyOf(counts, size);
        Arrays.fill(slots, 0);
        Arrays.fill(counts, 0);
        size = 0;
        int dropped = ~mask;
        mask = ~(dropped << 1 | 0x010101) | 0xFF000000;
        for (int i = 0; i < oldColours.length; i++) {
            add(oldColours[i], oldCounts[i]);
        }
    }

    /// Whether no colour stands for another.
    boolean exact() {
        return mask == 0xFFFFFFFF;
    }

    int size() {
        return size;
    }

    int colour(int number) {
        return colours[number];
    }

    /// Pixels of that colour.
    int count(int number) {
        return counts[number];
    }

    /// The number of a pixel of the picture.
    int number(int pixel) {
        return slots[slot(pixel)] - 1;
    }
}
