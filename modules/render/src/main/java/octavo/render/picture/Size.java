package octavo.render.picture;

/// Width and height in pixels.
record Size(int width, int height) {
    Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one pixel");
        }
    }

    long pixels() {
        return (long) width * height;
    }

    /// The largest size of the same proportions that a specification allows, at most `enlarge` times this
    /// one.
    Size within(PictureSpec spec, double enlarge) {
        double factor =
                Math.min(enlarge, Math.min((double) spec.maxWidth() / width, (double) spec.maxHeight() / height));
        double area = Math.sqrt((double) Math.min(spec.maxPixels(), Decoder.WHOLE) / pixels());
        if (area < factor) {
            return new Size(floor(width * area), floor(height * area));
        }
        return new Size(round(width * factor, spec.maxWidth()), round(height * factor, spec.maxHeight()));
    }

    private static int floor(double length) {
        return Math.max(1, (int) length);
    }

    private static int round(double length, int limit) {
        return Math.clamp(Math.round(length), 1, Math.max(1, limit));
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // that is what turning is
    Size turned() {
        return new Size(height, width);
    }
}
