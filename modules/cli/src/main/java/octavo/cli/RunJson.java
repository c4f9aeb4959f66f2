package octavo.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import octavo.email.dkim.RecordCheck;
import octavo.email.dkim.Signatory;
import octavo.model.Diagnostic;
import octavo.model.Issue;

/// What a command did, as one JSON document for scripts.
final class RunJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RunJson() {}

    /// What a run made and found.
    static void run(PrintStream out, List<Artifact> artifacts, List<Diagnostic> diagnostics) {
        write(out, json -> {
            json.writeArrayFieldStart("artifacts");
            for (Artifact artifact : artifacts) {
                artifact(json, artifact);
            }
            json.writeEndArray();
            diagnostics(json, diagnostics);
        });
    }

    /// A run that failed: the sentence that says why, and what was found until then.
    static void failure(PrintStream out, String error, List<Diagnostic> diagnostics) {
        write(out, json -> {
            json.writeStringField("error", error);
            json.writeArrayFieldStart("artifacts");
            json.writeEndArray();
            diagnostics(json, diagnostics);
        });
    }

    /// The issues of an archive.
    static void issues(PrintStream out, List<Issue> issues, List<Diagnostic> diagnostics) {
        write(out, json -> {
            json.writeArrayFieldStart("issues");
            for (Issue issue : issues) {
                issue(json, issue);
            }
            json.writeEndArray();
            diagnostics(json, diagnostics);
        });
    }

    /// The DNS records of keys, and whether DNS has them.
    static void dkim(PrintStream out, List<DkimCommand.Found> records, List<Diagnostic> diagnostics) {
        write(out, json -> {
            json.writeArrayFieldStart("records");
            for (DkimCommand.Found found : records) {
                record(json, found);
            }
            json.writeEndArray();
            diagnostics(json, diagnostics);
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

    private static void diagnostics(JsonGenerator json, List<Diagnostic> diagnostics) throws IOException {
        json.writeArrayFieldStart("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            json.writeStartObject();
            json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("file", diagnostic.location().file());
            json.writeNumberField("line", diagnostic.location().line());
            json.writeNumberField("column", diagnostic.location().column());
            json.writeStringField("code", diagnostic.code());
            json.writeStringField("message", diagnostic.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static void write(PrintStream out, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        out.print(text + "\n");
    }
}
