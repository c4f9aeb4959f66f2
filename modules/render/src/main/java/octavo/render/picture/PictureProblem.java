package octavo.render.picture;

/// Why a picture cannot be shown, in words for the user.
final class PictureProblem extends Exception {
    private static final long serialVersionUID = 1L;

    /// The bytes are of a kind that we know, but damaged.
    static final String BROKEN = "picture-broken";

    /// The bytes are no picture, or one of a kind that we do not know.
    static final String UNKNOWN = "picture-unknown";

    /// More pixels or bytes than we take in.
    static final String TOO_LARGE = "picture-too-large";

    /// The file is not there, cannot be read, or lies elsewhere.
    static final String MISSING = "picture-missing";

    /// On the web, and fetching was refused or did not work.
    static final String REMOTE = "picture-remote";

    private final String code;

    PictureProblem(String code, String message) {
        super(message);
        this.code = code;
    }

    PictureProblem(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// The code of the diagnostic.
    String code() {
        return code;
    }

    /// What [Throwable#getMessage] says, never missing.
    String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
