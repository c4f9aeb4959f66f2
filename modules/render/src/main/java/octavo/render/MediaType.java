package octavo.render;

/// A media type as registered with IANA.
///
/// @param value such as `application/pdf`
/// @param extension of its files, without the dot
public record MediaType(String value, String extension) {
    public static final MediaType PDF = new MediaType("application/pdf", "pdf");
    public static final MediaType EPUB = new MediaType("application/epub+zip", "epub");
    public static final MediaType EMAIL = new MediaType("message/rfc822", "eml");
    public static final MediaType HTML = new MediaType("text/html", "html");
    public static final MediaType XHTML = new MediaType("application/xhtml+xml", "xhtml");
    public static final MediaType TEXT = new MediaType("text/plain", "txt");
    public static final MediaType JSON = new MediaType("application/json", "json");
    public static final MediaType ATOM = new MediaType("application/atom+xml", "xml");
    public static final MediaType JSON_FEED = new MediaType("application/feed+json", "json");
    public static final MediaType OPDS = new MediaType("application/opds+json", "json");
    public static final MediaType CSS = new MediaType("text/css", "css");
    public static final MediaType PNG = new MediaType("image/png", "png");
    public static final MediaType JPEG = new MediaType("image/jpeg", "jpg");
    public static final MediaType GIF = new MediaType("image/gif", "gif");
    public static final MediaType WEBP = new MediaType("image/webp", "webp");
    public static final MediaType SVG = new MediaType("image/svg+xml", "svg");
}
