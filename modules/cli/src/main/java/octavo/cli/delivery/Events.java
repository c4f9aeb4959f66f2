package octavo.cli.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import octavo.cli.shell.JsonDocument;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Draft;
import octavo.delivery.campaign.Plan;
import octavo.delivery.campaign.Step;
import octavo.delivery.send.Progress;
import octavo.model.Diagnostic;
import octavo.model.Language;

/// What happens while an issue is sent, for scripts: one JSON object a line, with what it is as `event`.
///
/// @param on whether somebody asked for it
record Events(PrintStream out, boolean on) {
    void plan(Draft draft, Plan plan, String from, List<String> relays, List<Diagnostic> diagnostics) {
        event("plan", json -> {
            json.writeStringField("issue", draft.issue());
            json.writeStringField("title", draft.title());
            json.writeStringField("from", from);
            json.writeStringField("list", draft.audience().list());
            json.writeStringField("starts", draft.starts().toString());
            texts(json, "relays", relays);
            texts(json, "signatures", draft.signatures());
            json.writeObjectFieldStart("subjects");
            for (Content content : draft.contents()) {
                json.writeStringField(content.language().tag(), content.subject());
            }
            json.writeEndObject();
            json.writeNumberField("onList", plan.onList());
            json.writeNumberField("total", plan.total());
            json.writeObjectFieldStart("languages");
            for (Map.Entry<Language, Long> language : plan.byLanguage().entrySet()) {
                json.writeNumberField(language.getKey().tag(), language.getValue());
            }
            json.writeEndObject();
            numbers(json, "excluded", plan.excluded());
            JsonDocument.diagnostics(json, diagnostics);
        });
    }

    void test(Content content, String address, String reply) {
        event("test", json -> {
            json.writeStringField("language", content.language().tag());
            json.writeStringField("to", address);
            json.writeStringField("reply", reply);
        });
    }

    void start(Campaign campaign) {
        event("start", json -> {
            json.writeNumberField("campaign", campaign.id());
            json.writeStringField("issue", campaign.issue());
            json.writeStringField("list", campaign.list());
            json.writeStringField("starts", campaign.starts().toString());
            json.writeNumberField("total", campaign.total());
        });
    }

    void progress(Progress progress) {
        event("progress", json -> {
            counts(json, progress.counts());
            json.writeNumberField("deferred", progress.deferred());
            json.writeNumberField("perSecond", Math.round(progress.perSecond() * 10) / 10.0);
            json.writeNumberField("connections", progress.connections());
            if (progress.toGo().isPresent()) {
                json.writeNumberField("secondsToGo", progress.toGo().get().toSeconds());
            }
            if (progress.nextTry().isPresent()) {
                json.writeNumberField(
                        "secondsToNextTry", progress.nextTry().get().toSeconds());
            }
        });
    }

    void note(String words) {
        event("note", json -> json.writeStringField("words", words));
    }

    /// @param ending how: `done`, `paused`, `cancelled`, `stopped` or `failed`
    void end(long campaign, String ending, Counts counts, String words) {
        event("end", json -> {
            json.writeNumberField("campaign", campaign);
            json.writeStringField("ending", ending);
            counts(json, counts);
            json.writeStringField("words", words);
        });
    }

    private void event(String name, JsonDocument.Body body) {
        if (on) {
            JsonDocument.line(out, json -> {
                json.writeStringField("event", name);
                body.write(json);
            });
        }
    }

    static void counts(JsonGenerator json, Counts counts) throws IOException {
        json.writeObjectFieldStart("counts");
        for (Step step : Step.values()) {
            json.writeNumberField(step.word(), counts.of(step));
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static void numbers(JsonGenerator json, String name, Map<String, Long> numbers) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    /// A time, where there is one.
    static void time(JsonGenerator json, String name, java.util.Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, time.get().toString());
        }
    }
}
