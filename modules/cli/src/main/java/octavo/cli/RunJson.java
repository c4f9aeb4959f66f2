package octavo.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import octavo.cli.shell.JsonDocument;
import octavo.email.dkim.RecordCheck;
import octavo.email.dkim.Signatory;
import octavo.model.Diagnostic;
import octavo.model.Issue;

/// What a command did, as one JSON document for scripts.
final class RunJson {
    private RunJson() {}

    /// What a run made and found.
    static void run(PrintStream out, List<Artifact> artifacts, List<Diagnostic> diagnostics) {
        JsonDocument.write(out, json -> {
            json.writeArrayFieldStart("artifacts");
            for (Artifact artifact : artifacts) {
                artifact(json, artifact);
            }
            json.writeEndArray();
            JsonDocument.diagnostics(json, diagnostics);
        });
    }

    /// A run that failed: the sentence that says why, and what was found until then.
    static void failure(PrintStream out, String error, List<Diagnostic> diagnostics) {
        JsonDocument.write(out, json -> {
            json.writeStringField("error", error);
            json.writeArrayFieldStart("artifacts");
            json.writeEndArray();
            JsonDocument.diagnostics(json, diagnostics);
        });
    }

    /// The issues of an archive.
    static void issues(PrintStream out, List<Issue> issues, List<Diagnostic> diagnostics) {
        JsonDocument.write(out, json -> {
            json.writeArrayFieldStart("issues");
            for (Issue issue : issues) {
                issue(json, issue);
            }
            json.writeEndArray();
            JsonDocument.diagnostics(json, diagnostics);
        });
    }

    /// The DNS records of keys, and whether DNS has them.
    static void dkim(PrintStream out, List<DkimCommand.Found> records, List<Diagnostic> diagnostics) {
        JsonDocument.write(out, json -> {
            json.writeArrayFieldStart("records");
            for (DkimCommand.Found found : records) {
                record(json, found);
            }
            json.writeEndArray();
            JsonDocument.diagnostics(json, diagnostics);
        });
    }

    private static void record(JsonGenerator json, DkimCommand.Found found) throws IOException {
        Signatory signatory = found.signatory();
        json.writeStartObject();
        json.writeStringField("domain", signatory.domain());
        json.writeStringField("selector", signatory.selector());
        json.writeStringField("algorithm", signatory.key().algorithm().keyType());
        json.writeStringField("name", signatory.record().name());
        json.writeStringField("type", "TXT");
        json.writeStringField("value", signatory.record().value());
        strings(json, "strings", signatory.record().strings());
        if (found.made().isPresent()) {
            json.writeStringField("made", found.made().get().toString());
        }
        if (found.check().isPresent()) {
            RecordCheck check = found.check().get();
            json.writeStringField(
                    "state", check.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.writeStringField("message", check.words());
        }
        json.writeEndObject();
    }

    private static void artifact(JsonGenerator json, Artifact artifact) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", artifact.path());
        json.writeStringField("format", artifact.format());
        json.writeStringField("mediaType", artifact.type().value());
        if (artifact.language().isPresent()) {
            json.writeStringField("language", artifact.language().get().tag());
        }
        strings(json, "issues", artifact.issues());
        json.writeNumberField("bytes", artifact.bytes());
        json.writeEndObject();
    }

    private static void issue(JsonGenerator json, Issue issue) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", issue.id().value());
        json.writeStringField("language", issue.language().tag());
        if (issue.date().isPresent()) {
            json.writeStringField("date", issue.date().get().toString());
        }
        json.writeStringField("title", issue.title());
        json.writeStringField("file", issue.origin().file());
        strings(json, "categories", issue.categories());
        json.writeBooleanField("draft", issue.draft());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
