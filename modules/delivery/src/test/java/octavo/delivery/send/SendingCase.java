package octavo.delivery.send;

import java.io.IOException;
import java.nio.file.Path;
import octavo.delivery.Crowd;
import octavo.delivery.Databases;
import octavo.delivery.Letter;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Audience;
import org.junit.jupiter.api.io.TempDir;

/// A store with people and a campaign to them.
abstract class SendingCase {
    @TempDir
    Path folder = Path.of("");

    final Sending.Heard heard = new Sending.Heard();

    Store store(Databases database, int people) throws IOException {
        Store store = Store.openOrCreate(database.fresh(folder));
        Crowd.of(store, folder, people);
        return store;
    }

    static long campaign(Store store) {
        return new Campaigns(store)
                .create(Letter.draft(Audience.all("newsletter"), "en"))
                .id();
    }
}
