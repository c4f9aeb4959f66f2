package octavo.cli.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import octavo.cli.shell.JsonDocument;
import octavo.delivery.State;
import octavo.delivery.store.StoreCheck;
import octavo.delivery.subscriber.Address;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.ImportResult;
import octavo.delivery.subscriber.Listed;
import octavo.delivery.subscriber.PersonalData;
import octavo.delivery.subscriber.Statistics;
import octavo.delivery.subscriber.Subscribers;
import octavo.model.Diagnostic;

/// What these commands found, as JSON for scripts.
final class PeopleJson {
    private PeopleJson() {}

    static void imported(PrintStream out, String list, ImportResult result, List<Diagnostic> diagnostics) {
        JsonDocument.write(out, json -> {
            json.writeStringField("list", list);
            json.writeBooleanField("kept", result.kept());
            json.writeNumberField("rows", result.rows());
            json.writeNumberField("added", result.added());
            json.writeNumberField("changed", result.changed());
            json.writeNumberField("unchanged", result.unchanged());
            json.writeNumberField("gone", result.gone());
            json.writeNumberField("suppressed", result.suppressed());
            json.writeNumberField("duplicates", result.duplicates());
            json.writeNumberField("refused", result.refused());
            JsonDocument.diagnostics(json, diagnostics);
        });
    }

    /// Written while it is read: a list may be long.
    static void list(PrintStream out, Audience audience, Subscribers subscribers) {
        JsonDocument.write(out, json -> {
            json.writeArrayFieldStart("subscribers");
            subscribers.each(audience, person -> {
                try {
                    listed(json, person);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            json.writeEndArray();
        });
    }

    private static void listed(JsonGenerator json, Listed person) throws IOException {
        json.writeStartObject();
        json.writeStringField("email", person.email());
        json.writeStringField("name", person.name());
        json.writeStringField("language", person.language());
        json.writeStringField("status", person.state().word());
        json.writeStringField("since", person.since().toString());
        json.writeStringField("changed", person.changed().toString());
        json.writeStringField("cause", person.cause());
        attributes(json, person.attributes());
        json.writeEndObject();
    }

    private static void attributes(JsonGenerator json, String attributes) throws IOException {
        json.writeFieldName("attributes");
        json.writeRawValue(attributes);
    }

    static void person(PrintStream out, Address asked, Optional<PersonalData> person, Optional<String> suppressed) {
        JsonDocument.write(out, json -> {
            json.writeStringField("email", person.map(PersonalData::email).orElse(asked.email()));
            if (person.isPresent()) {
                known(json, person.get());
            }
            if (suppressed.isPresent()) {
                json.writeStringField("suppressed", suppressed.get());
            }
        });
    }

    private static void known(JsonGenerator json, PersonalData person) throws IOException {
        json.writeStringField("name", person.name());
        json.writeStringField("language", person.language());
        attributes(json, person.attributes());
        json.writeStringField("created", person.created().toString());
        json.writeArrayFieldStart("lists");
        for (PersonalData.Membership list : person.lists()) {
            json.writeStartObject();
            json.writeStringField("list", list.list());
            json.writeStringField("since", list.since().toString());
            json.writeArrayFieldStart("states");
            for (PersonalData.Standing standing : list.states()) {
                json.writeStartObject();
                json.writeStringField("status", standing.state().word());
                json.writeStringField("since", standing.since().toString());
                json.writeStringField("cause", standing.cause());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("deliveries");
        for (PersonalData.Delivery delivery : person.deliveries()) {
            delivery(json, delivery);
        }
        json.writeEndArray();
    }

    private static void delivery(JsonGenerator json, PersonalData.Delivery delivery) throws IOException {
        json.writeStartObject();
        json.writeNumberField("campaign", delivery.campaign());
        json.writeStringField("issue", delivery.issue());
        json.writeStringField("language", delivery.language());
        json.writeStringField("state", delivery.state().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeNumberField("attempts", delivery.attempts());
        json.writeStringField("at", delivery.at().toString());
        if (delivery.reply().isPresent()) {
            json.writeStringField("reply", delivery.reply().get());
        }
        if (delivery.messageId().isPresent()) {
            json.writeStringField("messageId", delivery.messageId().get());
        }
        json.writeEndObject();
    }

    static void statistics(PrintStream out, Statistics statistics) {
        JsonDocument.write(out, json -> {
            json.writeArrayFieldStart("lists");
            for (Statistics.OfList list : statistics.lists()) {
                json.writeStartObject();
                json.writeStringField("list", list.list());
                json.writeNumberField("total", list.total());
                json.writeObjectFieldStart("states");
                for (Map.Entry<State, Long> state : list.states().entrySet()) {
                    json.writeNumberField(state.getKey().word(), state.getValue());
                }
                json.writeEndObject();
                json.writeObjectFieldStart("languages");
                for (Map.Entry<String, Long> language : list.languages().entrySet()) {
                    json.writeNumberField(language.getKey(), language.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("suppressed", statistics.suppressed());
        });
    }

    static void checked(PrintStream out, StoreCheck.Found found, List<Diagnostic> diagnostics) {
        JsonDocument.write(out, json -> {
            json.writeNumberField("schema", found.schema());
            json.writeNumberField("subscribers", found.people());
            json.writeNumberField("suppressed", found.suppressed());
            json.writeNumberField("campaigns", found.campaigns());
            json.writeNumberField("deliveries", found.deliveries());
            JsonDocument.diagnostics(json, diagnostics);
        });
    }
}
