package octavo.render.theme;

import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import octavo.model.Language;
import octavo.model.OctavoException;
import org.jspecify.annotations.Nullable;

/// Templates, style sheets, design tokens and words, looked up file by file.
///
/// A file is taken from the first place that has it: the folder of `--theme`, the archive's `templates/`, the built-in
/// theme, a renderer's own jar. Templates are FreeMarker with HTML escaping on; they see only the data handed to them,
/// the design tokens as `tokens` and the words as `words`, and can reach no Java class and no file outside the theme.
public final class Theme {
    private final ThemeFiles files;
    private final Configuration templates;
    private final Map<Language, Messages> messages = new ConcurrentHashMap<>();

    /// @param files where the theme's files are found
    public Theme(ThemeFiles files) {
        this.files = files;
        this.templates = configuration(files);
    }

    /// Fills a template.
    ///
    /// @param template path in the theme, such as `web/issue.html`
    /// @param language of the words that the template adds
    /// @param data strings, numbers, booleans, lists and maps; a string that is XHTML already is written in the
    ///     template as `${body?no_esc}`
    public String render(String template, Language language, Map<String, ?> data) {
        Map<String, Object> model = new HashMap<>(data);
        model.put("tokens", tokens());
        model.put("words", words(language));
        StringWriter out = new StringWriter();
        try {
            templates.getTemplate(template).process(model, out);
        } catch (TemplateException | IOException e) {
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            throw new OctavoException("The theme's template " + template + " cannot be used: " + reason, e);
        }
        return out.toString();
    }

    /// A file of the theme as it stands: a logo, a font.
    public Optional<byte[]> file(String path) {
        return files.find(path);
    }

    /// The design tokens of `shared/tokens.properties`, a user's over the built-in ones key by key.
    public Map<String, String> tokens() {
        return files.properties("shared/tokens.properties");
    }

    /// The words of a language; English for each one that it lacks.
    public Messages messages(Language language) {
        return messages.computeIfAbsent(language, key -> new Messages(key, words(key)));
    }

    private Map<String, String> words(Language language) {
        Map<String, String> words = new HashMap<>(files.properties("shared/messages/en.properties"));
        words.putAll(files.properties("shared/messages/" + language.primary() + ".properties"));
        words.putAll(files.properties("shared/messages/" + language.key() + ".properties"));
        return words;
    }

    private static Configuration configuration(ThemeFiles files) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new FilesLoader(files));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLocalizedLookup(false);
        return configuration;
    }

    /// FreeMarker's view of the theme's files.
    private record FilesLoader(ThemeFiles files) implements TemplateLoader {
        @Override
        public @Nullable Object findTemplateSource(String name) {
            return files.find(name)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse(null);
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public Reader getReader(Object source, String encoding) {
            return new StringReader((String) source);
        }

        @Override
        public void closeTemplateSource(Object source) {}
    }
}
