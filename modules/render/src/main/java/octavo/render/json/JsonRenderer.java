package octavo.render.json;

import java.io.IOException;
import octavo.model.Edition;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.Renderer;

/// Writes an issue as JSON, with its links already understood.
public final class JsonRenderer implements Renderer {
    @Override
    public String format() {
        return "json";
    }

    @Override
    public Scope scope() {
        return Scope.ISSUE;
    }

    @Override
    public void render(Edition edition, RenderContext context, OutputSink sink) throws IOException {
        String json = JsonFormat.write(edition.issues().getFirst());
        sink.write(edition.fileName(MediaType.JSON.extension()), MediaType.JSON, json);
    }
}
