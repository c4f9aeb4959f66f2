package octavo.render.theme;

import freemarker.core.ParseException;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import octavo.model.Language;
import octavo.model.OctavoException;
import org.jspecify.annotations.Nullable;

/// Templates, style sheets, design tokens and words, looked up file by file.
///
/// A file is taken from the first place that has it: the folder of `--theme`, the archive's `templates/`, the built-in
/// theme, a renderer's own jar. Templates are FreeMarker and see only
/// - the data handed to them: strings, numbers, booleans, lists and maps;
/// - `tokens`, the design tokens, and `words`, the words of the language;
/// - `say("by", author)`, a word with its places for values filled;
/// - `language` and `direction` (`ltr` or `rtl`).
///
/// They can reach no Java class and no file outside the theme. Values are escaped after the template's ending: as HTML,
/// as XML (`xhtml`, `xml`, `svg`, `opf`, `ncx`), or not at all (`css`, `txt`).
public final class Theme {
    private final ThemeFiles files;
    private final TemplateEngine engine;
    private final Map<String, String> tokens;
    private final Map<Language, Messages> messages = new ConcurrentHashMap<>();

    /// @param files where the theme's files are found
    public Theme(ThemeFiles files) {
        this.files = files;
        this.engine = new TemplateEngine(files);
        this.tokens = Map.copyOf(files.properties("shared/tokens.properties"));
    }

    /// Fills a template.
    ///
    /// @param template path in the theme, such as `web/issue.html`
    /// @param language of the words that the template adds
    /// @param data strings, numbers, booleans, lists and maps; a string that is XHTML already is written in the
    ///     template as `${body?no_esc}`
    public String render(String template, Language language, Map<String, ?> data) {
        Messages words = messages(language);
        Map<String, Object> model = new HashMap<>(data);
        model.put("tokens", tokens);
        model.put("words", words.texts());
        model.put("say", TemplateEngine.say(words));
        model.put("language", language.tag());
        model.put("direction", language.direction().name().toLowerCase(Locale.ROOT));
        StringWriter out = new StringWriter();
        try {
            Template found = engine.find(template);
            found.process(model, out);
        } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
            throw new OctavoException(
                    "The theme has no file " + template + "; octavo theme export DIR shows the built-in ones.", e);
        } catch (ParseException e) {
            throw broken(
                    e.getTemplateName(), template, e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage(), e);
        } catch (TemplateException e) {
            String source = e.getTemplateSourceName();
            throw broken(source, template, line(e.getLineNumber()), line(e.getColumnNumber()), reason(e), e);
        } catch (IOException e) {
            throw new OctavoException("The theme's file " + template + " cannot be read: " + e.getMessage(), e);
        }
        return out.toString();
    }

    /// A file of the theme as it stands: a logo, a font.
    public Optional<byte[]> file(String path) {
        return files.find(path);
    }

    /// The design tokens of `shared/tokens.properties`, a user's over the built-in ones key by key.
    public Map<String, String> tokens() {
        return tokens;
    }

    /// The words of a language; English for each one that it lacks.
    public Messages messages(Language language) {
        return messages.computeIfAbsent(language, key -> new Messages(key, words(key)));
    }

    /// Copies every built-in file, those of renderers from elsewhere included, to a folder where it can be changed.
    ///
    /// @param folder made where it is missing; nothing in it is overwritten
    /// @return the files written, relative to the folder, sorted
    /// @throws OctavoException where a file of that name with other content is there, or where it cannot be written
    public static List<Path> export(Path folder) {
        return BuiltInFiles.export(folder);
    }

    private Map<String, String> words(Language language) {
        Map<String, String> words = new HashMap<>(files.properties("shared/messages/en.properties"));
        words.putAll(files.properties("shared/messages/" + language.primary() + ".properties"));
        words.putAll(files.properties("shared/messages/" + language.key() + ".properties"));
        return words;
    }

    private OctavoException broken(
            @Nullable String source, String template, int line, int column, @Nullable String reason, Exception cause) {
        String path = source == null ? template : source;
        String file = files.origin(path).map(Path::toString).orElse("the built-in theme's " + path);
        String what = reason == null ? cause.toString() : reason.strip().replaceAll("\\s+", " ");
        return new OctavoException(
                file + ":" + line + ":" + column + ": the template cannot be used: " + what
                        + " Correct it there, or remove the file to have the built-in one again.",
                cause);
    }

    private static int line(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /// FreeMarker's description without its stack of templates and its tips for programmers.
    private static @Nullable String reason(TemplateException e) {
        String message = e.getMessageWithoutStackTop();
        return message == null ? null : message.split("\n\n|----", 2)[0];
    }
}
