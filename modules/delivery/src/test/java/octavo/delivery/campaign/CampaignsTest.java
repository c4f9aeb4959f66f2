package octavo.delivery.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import octavo.delivery.Crowd;
import octavo.delivery.Databases;
import octavo.delivery.Letter;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Address;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.Subscribers;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignsTest {
    private static final String PEOPLE = """
            email,language,status,town
            ada@example.org,en,active,Tern
            bea@example.org,de,active,Tern
            cyd@example.org,de-AT,active,Ellery
            dan@example.org,pt,active,Ellery
            eve@example.org,pt-BR,active,Ellery
            fay@example.org,,active,Tern
            gus@example.org,fr,active,Tern
            hal@example.org,en,pending,Tern
            ivy@example.org,en,unsubscribed,Tern
            """;

    @TempDir
    Path folder = Path.of("");

    private Store store(Databases database, String people) throws IOException {
        Store store = Store.openOrCreate(database.fresh(folder));
        Crowd.of(store, folder, "newsletter", people);
        return store;
    }

    @ParameterizedTest
    @EnumSource
    void everybodyGetsTheirLanguageOrIsToldWhyNot(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            Draft draft = Letter.draft(Audience.all("newsletter"), "en", "de", "pt-BR");

            Plan plan = campaigns.plan(draft);
            Campaign campaign = campaigns.create(draft);

            assertThat(plan.onList()).isEqualTo(9);
            assertThat(plan.total()).isEqualTo(7);
            assertThat(words(plan)).isEqualTo("{en=3, de=2, pt-BR=2}");
            assertThat(plan.excluded())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("waits for confirmation", 1L, "unsubscribed", 1L));
            assertThat(campaign.total()).isEqualTo(7);
            assertThat(languages(store)).isEqualTo("ada=en bea=de cyd=de dan=pt-BR eve=pt-BR fay=en gus=en");
            assertThat(campaigns.report(campaign.id()).excluded()).isEqualTo(plan.excluded());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListThatChangedSinceThePlanWasShownIsCountedAgain(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            Draft draft = Letter.draft(Audience.all("newsletter"), "en", "de", "pt-BR");
            Plan shown = campaigns.plan(draft);
            Crowd.of(
                    store,
                    folder,
                    "newsletter",
                    "email,status\nada@example.org,unsubscribed\njoe@example.org,bounced\n");

            Campaign campaign = campaigns.create(draft, shown);

            assertThat(campaign.total()).isEqualTo(6);
            assertThat(languages(store)).isEqualTo("bea=de cyd=de dan=pt-BR eve=pt-BR fay=en gus=en");
            assertThat(campaigns.report(campaign.id()).excluded())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("waits for confirmation", 1L, "unsubscribed", 2L, "bounced", 1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutFallbackOthersGetNothing(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Draft all = Letter.draft(Audience.all("newsletter"), "de");
            Draft draft = new Draft(
                    all.issue(),
                    all.title(),
                    all.audience(),
                    all.contents(),
                    List.of(),
                    false,
                    all.limit(),
                    all.starts(),
                    List.of());

            Plan plan = new Campaigns(store).plan(draft);

            assertThat(words(plan)).isEqualTo("{de=2}");
            assertThat(plan.excluded()).containsEntry("no edition in their language", 5L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filterAndLimitAreReasons(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            Draft draft = Letter.limited(Letter.draft(Audience.chosen("newsletter", "town = Tern"), "en", "de"), 3);

            Plan plan = campaigns.plan(draft);

            assertThat(plan.total()).isEqualTo(3);
            assertThat(plan.excluded())
                    .containsEntry("not chosen by the filter", 3L)
                    .containsEntry("beyond the limit", 1L);
            assertThat(campaigns.counts(campaigns.create(draft).id()).of(Step.PENDING))
                    .isEqualTo(3);
            assertThat(languages(store)).isEqualTo("ada=en bea=de fay=en");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsAnIssueTwice(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            Draft draft = Letter.limited(Letter.draft(Audience.all("newsletter"), "en"), 2);
            Campaign first = campaigns.create(draft);
            assertThatThrownBy(() -> campaigns.create(draft))
                    .isInstanceOf(OctavoException.class)
                    .hasMessageContaining("number " + first.id());

            Plan rest = campaigns.plan(Letter.missing(Letter.draft(Audience.all("newsletter"), "en")));

            assertThat(rest.excluded()).containsEntry("has it already", 2L);
            assertThat(rest.total()).isEqualTo(5);
            Crowd.of(store, folder, "others", "email\nada@example.org\nnew@example.org\n");
            Plan other = campaigns.plan(Letter.draft(Audience.all("others"), "en"));
            assertThat(other.excluded()).containsOnly(Map.entry("gets it by another list", 1L));
            assertThat(other.total()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWasRefusedCanBeTriedAgain(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            Draft draft = Letter.draft(Audience.all("newsletter"), "en");
            long id = campaigns.create(draft).id();
            decide(store, "ada", "REJECTED");
            decide(store, "bea", "EXPIRED");
            decide(store, "cyd", "IN_DOUBT");
            decide(store, "dan", "ACCEPTED");
            campaigns.cancel(id);

            Plan plan = campaigns.plan(draft);

            assertThat(plan.excluded()).containsEntry("has it already", 2L);
            assertThat(plan.total()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoOperatorsOneMakesTheCampaign(Databases database) throws Exception {
        try (Store store = store(database, PEOPLE)) {
            Draft draft = Letter.draft(Audience.all("newsletter"), "en");
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Long>> both = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (int i = 0; i < 2; i++) {
                    both.add(threads.submit(() -> {
                        go.await();
                        return new Campaigns(store).create(draft).id();
                    }));
                }
                go.countDown();
            }
            assertThat(both.stream().filter(one -> one.state() == Future.State.SUCCESS))
                    .hasSize(1);
            assertThat(new Campaigns(store).list()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pausedCampaignsGoOnAndCancelledOnesDoNot(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            long id = campaigns
                    .create(Letter.draft(Audience.all("newsletter"), "en"))
                    .id();

            assertThat(campaigns.pause(id, "tea").cause()).isEqualTo("tea");
            assertThat(campaigns.begin(id).state()).isEqualTo(Campaign.Stage.PAUSED);
            assertThat(campaigns.resume(id).state()).isEqualTo(Campaign.Stage.READY);
            assertThat(campaigns.begin(id).state()).isEqualTo(Campaign.Stage.RUNNING);
            campaigns.pause(id, "again");
            assertThat(campaigns.resume(id).state()).isEqualTo(Campaign.Stage.RUNNING);
            assertThat(campaigns.finish(id)).isFalse();
            assertThat(campaigns.cancel(id).state()).isEqualTo(Campaign.Stage.CANCELLED);
            assertThat(campaigns.counts(id).of(Step.CANCELLED)).isEqualTo(7);
            assertThatThrownBy(() -> campaigns.resume(id)).hasMessageContaining("cancelled");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadSenderHeldIsSettledByWhoeverLooks(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            long id = campaigns
                    .create(Letter.draft(Audience.all("newsletter"), "en"))
                    .id();
            decide(store, "ada", "CLAIMED");
            decide(store, "bea", "ATTEMPTING");
            campaigns.cancel(id);

            Counts counts = campaigns.counts(id);

            assertThat(counts.of(Step.CANCELLED)).isEqualTo(6);
            assertThat(counts.of(Step.IN_DOUBT)).isEqualTo(1);
            assertThat(counts.left()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorEndsDoubts(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            long id = campaigns
                    .create(Letter.draft(Audience.all("newsletter"), "en"))
                    .id();
            campaigns.begin(id);
            for (String name : List.of("ada", "bea", "cyd")) {
                decide(store, name, "IN_DOUBT");
            }
            assertThat(campaigns.doubts(id)).extracting(Doubt::email).contains("ada@example.org");

            assertThat(campaigns.resolve(id, doubt -> doubt.email().startsWith("ada"), Resolution.DELIVERED))
                    .isEqualTo(1);
            assertThat(campaigns.resolve(id, doubt -> doubt.email().startsWith("bea"), Resolution.FAILED))
                    .isEqualTo(1);
            assertThatThrownBy(() -> campaigns.resolve(id, _ -> true, Resolution.RESEND))
                    .hasMessageContaining("cyd@example.org")
                    .hasMessageContaining("15 minutes");
            store.write(tx -> tx.update(Sql.of("UPDATE delivery SET changed = 1 WHERE state = 'IN_DOUBT'")));
            assertThat(campaigns.resolve(id, _ -> true, Resolution.RESEND)).isEqualTo(1);
            assertThat(campaigns.counts(id).of(Step.ACCEPTED)).isEqualTo(1);
            assertThat(campaigns.counts(id).of(Step.REJECTED)).isEqualTo(1);
            assertThat(campaigns.counts(id).of(Step.PENDING)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReportTellsReasonsWithoutWhatDiffers(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            long id = campaigns
                    .create(Letter.draft(Audience.all("newsletter"), "en"))
                    .id();
            for (String name : List.of("ada", "bea")) {
                decide(store, name, "REJECTED");
                store.write(tx -> tx.update(Sql.of(
                        "UPDATE delivery SET reply = ? WHERE state = 'REJECTED' AND reply IS NULL",
                        "550 5.1.1 <" + name + "@example.org> unknown, id 4F2A77C01D" + name.length())));
            }
            decide(store, "cyd", "ACCEPTED");

            Report report = campaigns.report(id);

            assertThat(report.reasons())
                    .containsExactly(new Report.Reason("example.org", Step.REJECTED, "550 5.1.1 … unknown, id …", 2));
            assertThat(report.curve()).extracting(Report.Point::accepted).containsExactly(1L);
            assertThat(report.counts().total()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErasedPersonLeavesTheSums(Databases database) throws IOException {
        try (Store store = store(database, PEOPLE)) {
            Campaigns campaigns = new Campaigns(store);
            long id = campaigns
                    .create(Letter.draft(Audience.all("newsletter"), "en"))
                    .id();
            decide(store, "ada", "IN_DOUBT");

            new Subscribers(store).erase(Address.parse("ada@example.org"));

            assertThat(campaigns.doubts(id)).extracting(Doubt::email).containsExactly("");
            assertThat(campaigns.counts(id).total()).isEqualTo(7);
        }
    }

    @Test
    void aPostfixLogSaysWhatBecameOfMessages() throws IOException {
        Path log = Files.writeString(folder.resolve("mail.log"), """
                Nov 28 09:00:01 mx postfix/cleanup[812]: 4F2: message-id=<one@news.example>
                Nov 28 09:00:02 mx postfix/smtp[815]: 4F2: to=<ada@example.org>, relay=x, dsn=2.0.0, status=sent (250 ok)
                Nov 28 09:00:03 mx postfix/cleanup[812]: 5A1: message-id=<two@news.example>
                Nov 28 09:00:04 mx postfix/local[816]: 5A1: to=<bea@example.org>, dsn=5.1.1, status=bounced (unknown)
                Nov 28 09:00:05 mx postfix/cleanup[812]: 6B0: message-id=<three@news.example>
                Nov 28 09:00:06 mx postfix/smtp[815]: 6B0: to=<cyd@example.org>, dsn=4.0.0, status=deferred (busy)
                """);

        PostfixLog read = PostfixLog.read(log);

        assertThat(read.of("<one@news.example>")).contains(Resolution.DELIVERED);
        assertThat(read.of("<two@news.example>")).contains(Resolution.FAILED);
        assertThat(read.of("<three@news.example>")).isEmpty();
        assertThat(read.of("<four@news.example>")).isEmpty();
    }

    @Test
    void tokensAreTheStoresOwn() throws IOException {
        try (Store one = store(Databases.SQLITE, PEOPLE);
                Store other = store(Databases.SQLITE, PEOPLE)) {
            Tokens tokens = Tokens.of(one);

            assertThat(tokens.unsubscribe(7, 1)).matches("1-7-1-[A-Za-z0-9_-]{22}");
            assertThat(tokens.unsubscribe(7, 1)).isEqualTo(Tokens.of(one).unsubscribe(7, 1));
            assertThat(tokens.unsubscribe(7, 1)).isNotEqualTo(Tokens.of(other).unsubscribe(7, 1));
            assertThat(tokens.unsubscribe(7, 1)).isNotEqualTo(tokens.unsubscribe(7, 2));
            assertThat(tokens.bounce("bounces@news.example", 3, 45))
                    .matches("bounces\\+3-45-[0-9a-f]{10}@news\\.example");
        }
    }

    private static void decide(Store store, String name, String state) {
        store.write(tx -> tx.update(Sql.of(
                "UPDATE delivery SET state = ?, changed = {now}, lease_until = 0, message_id = '<m>'"
                        + " WHERE subscriber = (SELECT id FROM subscriber WHERE email = ?)",
                state,
                name + "@example.org")));
    }

    private static String languages(Store store) {
        return store
                .read(tx -> tx.list(
                        Sql.of("SELECT s.email, d.language FROM delivery d JOIN subscriber s ON s.id = d.subscriber"
                                + " ORDER BY s.email"),
                        row -> row.getString(1).replace("@example.org", "=") + row.getString(2)))
                .stream()
                .collect(Collectors.joining(" "));
    }

    private static String words(Plan plan) {
        return plan.byLanguage().entrySet().stream()
                .map(entry -> entry.getKey().tag() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
