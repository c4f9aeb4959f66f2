package octavo.cli.delivery;

import java.util.function.Function;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.store.Store;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Which campaign.
final class CampaignOptions {
    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "Its number; 'octavo campaigns list' shows them.")
    long id;

    @Mixin
    StoreOptions store = new StoreOptions();

    /// Works with the campaigns of the store.
    <T> T on(Workplace work, Function<Campaigns, T> task) {
        try (Store open = Store.open(store.address(work))) {
            return task.apply(new Campaigns(open));
        }
    }
}
