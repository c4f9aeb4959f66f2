package octavo.model;

/// Where diagnostics go while a run is under way. Implementations take calls from several threads.
@FunctionalInterface
public interface Diagnostics {
    void report(Diagnostic diagnostic);
}
