package octavo.delivery.send;

public interface Watcher {
    void progress(Progress progress);

    void note(String words);
}
