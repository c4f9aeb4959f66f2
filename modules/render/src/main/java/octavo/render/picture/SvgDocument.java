package octavo.render.picture;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An SVG after [SvgCleaner]: safe to be shown and to be drawn.
///
/// @param root attributes of the root element
/// @param content what the root element holds, as XML
/// @param notes what was taken out, in sentences for its author
record SvgDocument(Map<String, String> root, String content, List<String> notes) {
    SvgDocument {
        root = Map.copyOf(root);
        notes = List.copyOf(notes);
    }

    /// The size in CSS pixels that browsers give it: its own, or the viewBox's, or 300 x 150 (CSS 2.2, section 10.3.2).
    Size natural() {
        double[] box = viewBox();
        double width = SvgLength.pixels(root.getOrDefault("width", ""));
        double height = SvgLength.pixels(root.getOrDefault("height", ""));
        if (width <= 0 && height <= 0) {
            width = box[2] > 0 ? box[2] : 300;
            height = box[3] > 0 ? box[3] : 150;
        } else if (width <= 0) {
            width = box[3] > 0 ? height * box[2] / box[3] : 300;
        } else if (height <= 0) {
            height = box[2] > 0 ? width * box[3] / box[2] : 150;
        }
        return new Size(whole(width), whole(height));
    }

    private static int whole(double length) {
        return Math.clamp(Math.round(length), 1, 20_000);
    }

    private double[] viewBox() {
        double[] box = new double[4];
        String[] numbers = root.getOrDefault("viewBox", "").strip().split("[\\s,]+", -1);
        for (int i = 0; numbers.length == 4 && i < 4; i++) {
            box[i] = SvgLength.number(numbers[i]);
        }
        return box;
    }

    byte[] bytes() {
        return xml(root);
    }

    /// The document made to be drawn at a size in pixels.
    byte[] bytes(Size size) {
        Map<String, String> sized = new LinkedHashMap<>(root);
        if (viewBox()[2] <= 0 || viewBox()[3] <= 0) {
            sized.put("viewBox", "0 0 " + natural().width() + " " + natural().height());
        }
        sized.put("width", Integer.toString(size.width()));
        sized.put("height", Integer.toString(size.height()));
        return xml(sized);
    }

    private byte[] xml(Map<String, String> attributes) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"")
                .append(SvgCleaner.SVG)
                .append("\" xmlns:xlink=\"")
                .append(SvgCleaner.XLINK)
                .append('"');
        attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(attribute -> SvgCleaner.attribute(out, attribute.getKey(), attribute.getValue()));
        return out.append('>').append(content).append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
