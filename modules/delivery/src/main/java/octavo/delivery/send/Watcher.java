package octavo.delivery.send;

/// Is told how a sender gets on; by one thread at a time.
public interface Watcher {
    /// About once a second.
    void progress(Progress progress);

    /// Something that an operator would like to know.
    ///
    /// @param words a sentence without its full stop
    void note(String words);
}
