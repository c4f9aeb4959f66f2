package octavo.reader;

import java.util.HashMap;
import java.util.Map;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;

/// Passes on what one file gives cause to, and of each kind no more than anybody reads.
final class FewOfAKind implements Diagnostics {
    private static final int ENOUGH = 50;

    private final Diagnostics to;
    private final Map<String, Integer> counts = new HashMap<>();

    FewOfAKind(Diagnostics to) {
        this.to = to;
    }

    @Override
    public synchronized void report(Diagnostic diagnostic) {
        int count = counts.merge(diagnostic.code(), 1, Integer::sum);
        if (count <= ENOUGH) {
            to.report(diagnostic);
        } else if (count == ENOUGH + 1) {
            to.report(new Diagnostic(
                    diagnostic.severity(),
                    diagnostic.location(),
                    diagnostic.code(),
                    "more of this kind from here on, not listed one by one"));
        }
    }
}
