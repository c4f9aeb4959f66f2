package octavo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import octavo.model.OctavoException;
import octavo.render.Renderer;

/// The renderers on the class path, by their formats' names.
final class Formats {
    private final Map<String, Renderer> renderers;

    private Formats(Map<String, Renderer> renderers) {
        this.renderers = renderers;
    }

    static Formats find() {
        Map<String, Renderer> renderers = new TreeMap<>();
        for (Renderer renderer : ServiceLoader.load(Renderer.class)) {
            Renderer other = renderers.put(renderer.format(), renderer);
            if (other != null) {
                throw new OctavoException("Two renderers make the format " + renderer.format() + ": "
                        + other.getClass().getName() + " and "
                        + renderer.getClass().getName() + "; take one of them off the class path.");
            }
        }
        return new Formats(renderers);
    }

    /// The names, in alphabetical order.
    List<String> names() {
        return List.copyOf(renderers.keySet());
    }

    /// The keys that each format understands in its table of `octavo.toml`.
    Map<String, Set<String>> optionKeys() {
        return renderers.values().stream()
                .collect(Collectors.toMap(
                        Renderer::format,
                        renderer -> renderer.options().stream()
                                .map(Renderer.Option::key)
                                .collect(Collectors.toSet())));
    }

    /// The renderers of these formats, each once, in the order asked for.
    ///
    /// @throws WrongUsage for a name that no renderer has
    List<Renderer> choose(List<String> names) {
        List<Renderer> chosen = new ArrayList<>();
        for (String name : names) {
            Renderer renderer = renderers.get(name);
            if (renderer == null) {
                throw new WrongUsage("the format '" + name + "' is not known; " + nearest(name) + "known are "
                        + String.join(", ", renderers.keySet()));
            }
            if (!chosen.contains(renderer)) {
                chosen.add(renderer);
            }
        }
        return chosen;
    }

    private String nearest(String name) {
        return Nearest.to(name, renderers.keySet())
                .map(near -> "did you mean '" + near + "'? ")
                .orElse("");
    }
}
