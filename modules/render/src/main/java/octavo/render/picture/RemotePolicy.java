package octavo.render.picture;

/// Whether pictures on the web are fetched.
public enum RemotePolicy {
    /// Nothing goes over the network; a caption with a link stands in.
    NONE,
    /// Pictures of up to 20 MB are fetched over http and https, never from private addresses, and kept in
    /// the cache.
    FETCH
}
