package octavo.cli.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Report;
import octavo.delivery.campaign.Step;
import octavo.model.Language;

/// Campaigns as JSON for scripts.
final class CampaignJson {
    private CampaignJson() {}

    static void campaign(JsonGenerator json, Campaign campaign) throws IOException {
        json.writeNumberField("campaign", campaign.id());
        json.writeStringField("issue", campaign.issue());
        json.writeStringField("title", campaign.title());
        json.writeStringField("list", campaign.list());
        json.writeStringField("where", campaign.chosen());
        json.writeStringField("state", campaign.state().word());
        json.writeStringField("cause", campaign.cause());
        json.writeNumberField("total", campaign.total());
        Events.time(json, "created", Optional.of(campaign.created()));
        Events.time(json, "starts", Optional.of(campaign.starts()));
        Events.time(json, "started", campaign.started());
        Events.time(json, "finished", campaign.finished());
    }

    static void report(JsonGenerator json, Report report) throws IOException {
        campaign(json, report.campaign());
        Events.counts(json, report.counts());
        json.writeObjectFieldStart("languages");
        for (Map.Entry<Language, Map<Step, Long>> language : report.byLanguage().entrySet()) {
            json.writeObjectFieldStart(language.getKey().tag());
            for (Map.Entry<Step, Long> step : language.getValue().entrySet()) {
                json.writeNumberField(step.getKey().word(), step.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        Events.numbers(json, "excluded", report.excluded());
        json.writeArrayFieldStart("curve");
        for (Report.Point point : report.curve()) {
            json.writeStartObject();
            json.writeStringField("at", point.at().toString());
            json.writeNumberField("accepted", point.accepted());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("reasons");
        for (Report.Reason reason : report.reasons()) {
            json.writeStartObject();
            json.writeStringField("domain", reason.domain());
            json.writeStringField("state", reason.step().word());
            json.writeStringField("reason", reason.reason());
            json.writeNumberField("count", reason.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
