package octavo.model;

/// What stops a run: a sentence for the user that says what happened, where, and what to do.
///
/// Input that is merely wrong is a [Diagnostic]; this is for what leaves nothing to go on with.
public final class OctavoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OctavoException(String message) {
        super(message);
    }

    public OctavoException(String message, Throwable cause) {
        super(message, cause);
    }
}
