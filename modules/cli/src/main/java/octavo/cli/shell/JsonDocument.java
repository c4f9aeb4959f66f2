package octavo.cli.shell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import octavo.model.Diagnostic;

/// What a command did, as one JSON object for scripts.
public final class JsonDocument {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonDocument() {}

    /// Writes the object's members.
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /// Writes one object and a line's end. It goes out while it is written, so that it may be long.
    public static void write(PrintStream out, Body body) {
        try (JsonGenerator json = FACTORY.createGenerator((OutputStream) out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("a print stream keeps its failures to itself", e);
        }
    }

    /// Writes one object on a line of its own, at once: for those who read along.
    public static void line(PrintStream out, Body body) {
        try (JsonGenerator json = FACTORY.createGenerator((OutputStream) out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("a print stream keeps its failures to itself", e);
        }
        out.flush();
    }

    /// What was found wrong.
    public static void diagnostics(JsonGenerator json, List<Diagnostic> diagnostics) throws IOException {
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
}
