package octavo.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import octavo.cli.delivery.DeliveryKeys;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.store.StoreSettings;
import octavo.model.OctavoException;
import octavo.render.Format;
import octavo.render.Publisher;
import octavo.render.Renderer;
import octavo.render.Renderer.Scope;

/// The renderers and publishers on the class path, by their formats' names.
final class Formats {
    private final Map<String, Format> formats;

    private Formats(Map<String, Format> formats) {
        this.formats = formats;
    }

    /// What a run makes, each format once.
    ///
    /// @param publishers at work when the renderers are done
    record Chosen(List<Renderer> renderers, List<Publisher> publishers) {
        /// Of which editions are wanted.
        Set<Scope> scopes() {
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            renderers.forEach(renderer -> scopes.add(renderer.scope()));
            publishers.forEach(publisher -> scopes.addAll(publisher.scopes()));
            return scopes;
        }
    }

    static Formats find() {
        Map<String, Format> formats = new TreeMap<>();
        Stream.of(Renderer.class, Publisher.class)
                .flatMap(kind -> ServiceLoader.load(kind).stream())
                .map(ServiceLoader.Provider::get)
                .forEach(format -> {
                    Format other = formats.put(format.format(), format);
                    if (other != null) {
                        throw new OctavoException("Two classes make the format " + format.format() + ": "
                                + other.getClass().getName() + " and "
                                + format.getClass().getName() + "; take one of them off the class path.");
                    }
                });
        return new Formats(formats);
    }

    /// The names, in alphabetical order.
    List<String> names() {
        return List.copyOf(formats.keySet());
    }

    /// The keys that each format understands in its table of `octavo.toml`, and those of the table about delivery.
    Map<String, Set<String>> optionKeys() {
        Map<String, Set<String>> keys = new TreeMap<>(Map.of(StoreSettings.TABLE, DeliveryKeys.ALL));
        formats.values()
                .forEach(format -> keys.put(
                        format.format(),
                        format.options().stream().map(Format.Option::key).collect(Collectors.toSet())));
        return keys;
    }

    /// What makes these formats, in the order asked for, and after it what the publishers among them need.
    ///
    /// @throws WrongUsage for a name that no format has
    Chosen choose(Collection<String> names) {
        Set<Renderer> renderers = new LinkedHashSet<>();
        Set<Publisher> publishers = new LinkedHashSet<>();
        for (String name : names) {
            switch (format(name)) {
                case Renderer renderer -> renderers.add(renderer);
                case Publisher publisher -> publishers.add(publisher);
            }
        }
        for (Publisher publisher : publishers) {
            publisher.needs().forEach(needed -> renderers.add(needed(needed, publisher)));
        }
        return new Chosen(new ArrayList<>(renderers), new ArrayList<>(publishers));
    }

    /// The renderer of a format.
    ///
    /// @throws WrongUsage for a name that no format has, or one of a publisher
    Renderer renderer(String name) {
        return switch (format(name)) {
            case Renderer renderer -> renderer;
            case Publisher _ ->
                throw new WrongUsage(
                        "the format '" + name + "' is made of all that a run makes, not of one file; 'octavo build -t "
                                + name + "' makes it");
        };
    }

    private Renderer needed(String name, Publisher publisher) {
        if (formats.get(name) instanceof Renderer renderer) {
            return renderer;
        }
        throw new OctavoException("The format " + publisher.format() + " needs the format " + name
                + ", which nothing on the class path makes; add what makes it.");
    }

    private Format format(String name) {
        Format format = formats.get(name);
        if (format == null) {
            throw new WrongUsage("the format '" + name + "' is not known; " + nearest(name) + "known are "
                    + String.join(", ", formats.keySet()));
        }
        return format;
    }

    private String nearest(String name) {
        return Nearest.to(name, formats.keySet())
                .map(near -> "did you mean '" + near + "'? ")
                .orElse("");
    }
}
