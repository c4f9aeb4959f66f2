package octavo.render.theme;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.OrMatcher;
import freemarker.cache.TemplateConfigurationFactory;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.Version;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// FreeMarker, set up so that a template sees data and nothing else.
final class TemplateEngine {
    private static final Version VERSION = Configuration.VERSION_2_3_34;

    private final Configuration configuration = new Configuration(VERSION);

    TemplateEngine(ThemeFiles files) {
        configuration.setTemplateLoader(new FilesLoader(files));
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocalizedLookup(false);
        // The same bytes on every machine.
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        // No member of a Java object, no class, no method but those handed over.
        configuration.setObjectWrapper(new SimpleObjectWrapper(VERSION));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        // What style sheets contain must not look like FreeMarker.
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateConfigurations(new FirstMatchTemplateConfigurationFactory(
                        escaping(XMLOutputFormat.INSTANCE, "xhtml", "xml", "svg", "opf", "ncx"),
                        escaping(PlainTextOutputFormat.INSTANCE, "css", "txt"))
                .allowNoMatch(true));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
    }

    Template find(String template) throws IOException {
        return configuration.getTemplate(template);
    }

    /// `say("page-of", 3, 12)` in a template.
    static TemplateMethodModelEx say(Messages messages) {
        return arguments -> {
            if (arguments.isEmpty() || !(arguments.getFirst() instanceof TemplateScalarModel key)) {
                throw new TemplateModelException("say(…) takes the key of a word and then its values");
            }
            if (!messages.texts().containsKey(key.getAsString())) {
                throw new TemplateModelException("there is no word with the key \"" + key.getAsString() + "\".");
            }
            Object[] values = new Object[arguments.size() - 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(arguments.get(i + 1));
            }
            return messages.text(key.getAsString(), values);
        };
    }

    private static Object value(@Nullable Object argument) throws TemplateModelException {
        return switch (argument) {
            case TemplateNumberModel number -> number.getAsNumber();
            case TemplateScalarModel text -> text.getAsString();
            case null, default -> throw new TemplateModelException("say(…) takes texts and numbers");
        };
    }

    private static TemplateConfigurationFactory escaping(OutputFormat format, String... extensions) {
        TemplateConfiguration escaping = new TemplateConfiguration();
        escaping.setOutputFormat(format);
        FileExtensionMatcher[] matchers =
                Arrays.stream(extensions).map(FileExtensionMatcher::new).toArray(FileExtensionMatcher[]::new);
        return new ConditionalTemplateConfigurationFactory(new OrMatcher(matchers), escaping);
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
