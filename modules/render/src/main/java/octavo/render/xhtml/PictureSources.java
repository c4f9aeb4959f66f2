package octavo.render.xhtml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Issue;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.theme.Messages;

/// Which pictures a text shows, so that they can be made ready together before it is written.
public final class PictureSources {
    private PictureSources() {}

    /// The pictures of an issue: its cover, then those of its body and footnotes in the order of the text.
    public static SequencedSet<Picture.Source> of(Issue issue, Messages messages) {
        SequencedSet<Picture.Source> sources = new LinkedHashSet<>();
        issue.cover().map(Picture::source).ifPresent(sources::add);
        sources.addAll(of(issue.body(), issue.footnotes(), messages));
        return sources;
    }

    /// The pictures of blocks and footnotes.
    public static SequencedSet<Picture.Source> of(List<Block> blocks, List<Footnote> notes, Messages messages) {
        SequencedSet<Picture.Source> sources = new LinkedHashSet<>();
        // The writer visits everything already; here it only is asked what it met.
        Presentation listing = new Presentation() {
            @Override
            public Optional<String> href(Target target) {
                return Optional.empty();
            }

            @Override
            public Optional<Shown> picture(Picture picture) {
                sources.add(picture.source());
                return Optional.empty();
            }
        };
        XhtmlWriter.blocks(blocks, listing, messages);
        XhtmlWriter.footnotes(notes, listing, messages);
        return sources;
    }
}
