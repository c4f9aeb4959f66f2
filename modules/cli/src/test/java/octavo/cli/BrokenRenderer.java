package octavo.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import octavo.model.Edition;
import octavo.model.OctavoException;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.Renderer;

/// A renderer that does what its option `fault` says, to see what becomes of a run.
public final class BrokenRenderer implements Renderer {
    @Override
    public String format() {
        return "broken";
    }

    @Override
    public Scope scope() {
        return Scope.ISSUE;
    }

    @Override
    public List<Option> options() {
        return List.of(new Option("fault", "what goes wrong"));
    }

    @Override
    public void render(Edition edition, RenderContext context, OutputSink sink) throws IOException {
        switch (context.option("fault").orElse("none")) {
            case "half" -> {
                try (OutputStream out = sink.file(edition.fileName("half"), MediaType.HTML)) {
                    out.write("half of it".getBytes(StandardCharsets.UTF_8));
                    throw new OctavoException("The edition cannot be rendered.");
                }
            }
            case "bug" -> throw new IllegalStateException("a mistake in a renderer");
            case "name" -> write(sink, "../escaped.html");
            case "absolute" -> write(sink, "/tmp/escaped.html");
            case "twice" -> {
                write(sink, "same.html");
                write(sink, "same.html");
            }
            default -> write(sink, edition.fileName("broken"));
        }
    }

    private static void write(OutputSink sink, String name) throws IOException {
        try (OutputStream out = sink.file(name, MediaType.HTML)) {
            out.write("whole".getBytes(StandardCharsets.UTF_8));
        }
    }
}
