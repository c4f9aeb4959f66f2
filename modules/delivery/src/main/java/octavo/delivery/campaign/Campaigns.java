package octavo.delivery.campaign;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import octavo.delivery.store.Store;

public final class Campaigns {
    private final Store store;

    public Campaigns(Store store) {
        this.store = store;
    }

    public Plan plan(Draft draft) {
        throw new UnsupportedOperationException(draft.title() + store);
    }

    public Campaign create(Draft draft) {
        throw new UnsupportedOperationException(draft.title());
    }

    public List<Campaign> list() {
        throw new UnsupportedOperationException();
    }

    public Campaign get(long id) {
        throw new UnsupportedOperationException(id + "");
    }

    public Counts counts(long id) {
        throw new UnsupportedOperationException(id + "");
    }

    public Campaign pause(long id, String cause) {
        throw new UnsupportedOperationException(id + cause);
    }

    public Campaign resume(long id) {
        throw new UnsupportedOperationException(id + "");
    }

    public Campaign cancel(long id) {
        throw new UnsupportedOperationException(id + "");
    }

    public List<Doubt> doubts(long id) {
        throw new UnsupportedOperationException(id + "");
    }

    public int resolve(long id, Predicate<Doubt> which, Resolution how) {
        throw new UnsupportedOperationException(id + "" + which + how);
    }

    public Report report(long id) {
        throw new UnsupportedOperationException(id + "");
    }

    public Instant now() {
        throw new UnsupportedOperationException();
    }
}
