package octavo.epub;

import java.util.ArrayList;
import java.util.List;

/// What the book may claim about access to it (EPUB Accessibility 1.1, section 2.2). Each claim follows
/// from the content; conformance to a standard is the owner's to claim: see
/// [BookMetadata.Conformance].
///
/// @param pictures whether there are any beside the cover
/// @param described whether each picture has words in its place
/// @param moving whether any picture moves
/// @param pages whether it has the page numbers of a printed edition
/// @param summary in the book's language
record Accessibility(boolean pictures, boolean described, boolean moving, boolean pages, String summary) {
    List<String> accessModes() {
        return pictures ? List.of("textual", "visual") : List.of("textual");
    }

    /// The ways of perceiving that are enough by themselves.
    List<String> sufficientModes() {
        if (!pictures) {
            return List.of("textual");
        }
        return described ? List.of("textual", "textual,visual") : List.of("textual,visual");
    }

    List<String> features() {
        List<String> features = new ArrayList<>(
                List.of("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"));
        if (pictures && described) {
            features.add("alternativeText");
        }
        if (pages) {
            features.addAll(List.of("pageBreakMarkers", "pageNavigation"));
        }
        return features;
    }

    /// Nobody has measured how a moving picture flickers, so none is vouched for.
    List<String> hazards() {
        return moving ? List.of("unknown") : List.of("none");
    }
}
