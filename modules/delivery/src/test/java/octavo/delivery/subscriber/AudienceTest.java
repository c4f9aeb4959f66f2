package octavo.delivery.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import octavo.delivery.Databases;
import octavo.delivery.store.Store;
import octavo.model.OctavoException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AudienceTest {
    private static final String FILE = """
            email,name,language,status,since,attributes
            ada@example.org,Ada,de,active,2024-12-31,"{""town"":""Tern"",""berth"":9,""vip"":true}"
            bo@other.example,Bo,de-AT,active,2025-01-01T23:59:59.999Z,"{""town"":""Port Ellery"",""berth"":""9""}"
            cy@notexample.org,,pt-BR,pending,2025-01-02,{}
            di@example.org,O'Neil % _,,unsubscribed,2025-06-01,"{""berth"":10.5,""First Name"":""Di"",""none"":null}"
            """;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void choosesWhoIsMeant(Databases database) throws IOException {
        try (Store store = Store.openOrCreate(database.fresh(folder))) {
            People people = People.in(store, folder);
            people.read(FILE);
            chooses(people, "lang = de", "ada", "bo");
            chooses(people, "lang in (pt, 'de-AT')", "bo", "cy");
            chooses(people, "not has lang", "di");
            chooses(people, "since = 2025-01-01", "bo");
            chooses(people, "since <= 2025-01-01", "ada", "bo");
            chooses(people, "since > 2025-01-01 and status != unsubscribed", "cy");
            chooses(people, "domain = Example.org", "ada", "di");
            chooses(people, "email contains @example", "ada", "di");
            chooses(people, "name contains \"% _\"", "di");
            chooses(people, "name = \"O'Neil % _\"", "di");
            chooses(people, "berth = 9", "ada", "bo");
            chooses(people, "berth = '9'", "bo");
            chooses(people, "berth > 9", "di");
            chooses(people, "vip = true", "ada");
            // Who has no town has not this one either.
            chooses(people, "town != Tern", "bo", "cy", "di");
            chooses(people, "not (town = Tern)", "bo", "cy", "di");
            chooses(people, "town not in (Tern, \"Port Ellery\")", "cy", "di");
            chooses(people, "has town and not town = Tern or \"First Name\" = Di", "bo", "di");
            chooses(people, "town = \"x' OR 1=1 --\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSlipInAnAttributesNameChoosesNotEverybody(Databases database) throws IOException {
        try (Store store = Store.openOrCreate(database.fresh(folder))) {
            People people = People.in(store, folder);
            people.read(FILE);
            assertThatThrownBy(() -> people.chosen("not twon = Tern"))
                    .isInstanceOf(OctavoException.class)
                    .hasMessageContaining("'twon'");
        }
    }

    /// For any filter, `not` chooses exactly the others, and `and` and `or` what they say.
    @ParameterizedTest
    @EnumSource
    void filtersAreLogical(Databases database) throws IOException {
        try (Store store = Store.openOrCreate(database.fresh(folder))) {
            People people = People.in(store, folder);
            people.read(FILE);
            TreeSet<String> all = new TreeSet<>(people.chosen("not email = x"));
            assertThat(all).hasSize(4);
            Random random = new Random(5);
            for (int i = 0; i < 150; i++) {
                String one = filter(random, 2);
                String two = filter(random, 2);
                TreeSet<String> others = new TreeSet<>(all);
                others.removeAll(people.chosen(one));
                assertThat(new TreeSet<>(people.chosen("not (" + one + ")")))
                        .as(one)
                        .isEqualTo(others);
                TreeSet<String> both = new TreeSet<>(people.chosen(one));
                both.retainAll(people.chosen(two));
                assertThat(new TreeSet<>(people.chosen("(" + one + ") and (" + two + ")")))
                        .isEqualTo(both);
                TreeSet<String> either = new TreeSet<>(people.chosen(one));
                either.addAll(people.chosen(two));
                assertThat(new TreeSet<>(people.chosen("(" + one + ") or (" + two + ")")))
                        .isEqualTo(either);
            }
        }
    }

    private static String filter(Random random, int depth) {
        String[] conditions = {
            "town = Tern",
            "berth >= 9",
            "berth = 9",
            "has vip",
            "lang = de",
            "since < 2025-01-01",
            "name contains A",
            "town > P",
            "status in (active, pending)",
            "vip != true",
            "domain = example.org"
        };
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> "not (" + filter(random, depth - 1) + ")";
            case 2 -> "(" + filter(random, depth - 1) + " or " + filter(random, depth - 1) + ")";
            case 3 -> "(" + filter(random, depth - 1) + " and " + filter(random, depth - 1) + ")";
            default -> conditions[random.nextInt(conditions.length)];
        };
    }

    private static void chooses(People people, String filter, String... names) {
        assertThat(people.chosen(filter).stream()
                        .map(email -> email.substring(0, 2))
                        .sorted())
                .as(filter)
                .isEqualTo(List.of(names).stream()
                        .map(name -> name.substring(0, 2))
                        .toList());
    }
}
