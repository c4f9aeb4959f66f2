package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.PlainText;
import octavo.model.Target;

/// Hugo's `figure` shortcode.
final class Figures {
    private final Reading reading;
    private final RunningText markdown;

    Figures(Reading reading, RunningText markdown) {
        this.reading = reading;
        this.markdown = markdown;
    }

    /// `{{< figure src="a.png" caption="A *fine* day" >}}` as a figure whose picture has the alternative text
    /// `A fine day`.
    Block.Figure figure(Tag.Call call) {
        List<Inline> caption = caption(call);
        return new Block.Figure(picture(call), text(call, "title"), caption, link(call), call.location());
    }

    /// The same where only running text may stand.
    List<Inline> inline(Tag.Call call) {
        List<Inline> caption = caption(call);
        Inline image = new Inline.Image(picture(call));
        List<Inline> all = new ArrayList<>();
        all.add(link(call)
                .<Inline>map(target -> new Inline.Link(target, Optional.empty(), List.of(image), call.location()))
                .orElse(image));
        if (!caption.isEmpty()) {
            all.add(new Inline.LineBreak());
            all.addAll(caption);
        }
        return all;
    }

    private Picture picture(Tag.Call call) {
        String alt = call.argument("alt", -1);
        return new Picture(
                reading.surroundings.picture(call.argument("src", 0), call.location()),
                alt.isEmpty() ? PlainText.of(text(call, "caption")) : alt,
                Optional.empty(),
                pixels(call.argument("width", -1)),
                pixels(call.argument("height", -1)),
                call.location());
    }

    private List<Inline> caption(Tag.Call call) {
        List<Inline> caption = new ArrayList<>(text(call, "caption"));
        List<Inline> attribution = text(call, "attr");
        if (!attribution.isEmpty()) {
            if (!caption.isEmpty()) {
                caption.add(new Inline.Text(" · "));
            }
            String address = call.argument("attrlink", -1);
            caption.addAll(
                    address.isEmpty()
                            ? attribution
                            : List.of(new Inline.Link(
                                    new Target.Written(address), Optional.empty(), attribution, call.location())));
        }
        return caption;
    }

    private List<Inline> text(Tag.Call call, String argument) {
        String written = call.argument(argument, -1).strip();
        return written.isEmpty() ? List.of() : markdown.read(written, call.location());
    }

    private static Optional<Target> link(Tag.Call call) {
        String link = call.argument("link", -1);
        return link.isEmpty() ? Optional.empty() : Optional.of(new Target.Written(link));
    }

    /// `200` and `200px`; other units say nothing about pixels.
    private static OptionalInt pixels(String written) {
        String digits = written.endsWith("px") ? written.substring(0, written.length() - 2) : written;
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
