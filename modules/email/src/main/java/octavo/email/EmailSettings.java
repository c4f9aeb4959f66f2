package octavo.email;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import octavo.model.Diagnostic;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.model.Publication;
import octavo.render.RenderContext;

/// The table `[email]` of `octavo.toml`, checked, with stand-ins under `octavo.invalid` for what a message
/// cannot do without.
///
/// @param unsubscribe address of the list's web service with `{token}` for the recipient's token
/// @param unsubscribeMailto address that takes a message to unsubscribe, perhaps with `{token}`
/// @param archive where older issues are
/// @param help where the list is explained: a web address or `mailto:`
/// @param postal the publisher's address on paper, one line
/// @param hosting where the pictures are
record EmailSettings(
        Mailbox from,
        Optional<Mailbox> replyTo,
        String listId,
        String unsubscribe,
        Optional<String> unsubscribeMailto,
        Optional<String> archive,
        Optional<String> help,
        Optional<String> postal,
        PictureHosting hosting) {
    static final String TOKEN = "{token}";

    private static final Pattern LIST_ID = Pattern.compile("(?=.{1,200}$)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

    /// Reads the options; says in a diagnostic where a stand-in is used.
    ///
    /// @throws OctavoException where a value cannot be what its key says
    static EmailSettings of(RenderContext context, Publication publication, Language language) {
        Reader reader = new Reader(context);
        String name = publication
                .title(language)
                .replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .strip();
        String listId = reader.orStandIn("list-id", "newsletter.octavo.invalid");
        if (!LIST_ID.matcher(listId).matches()) {
            throw reader.wrong("list-id", listId, "give a name with dots such as news.example.org");
        }
        return new EmailSettings(
                reader.mailbox("from", reader.orStandIn("from", "newsletter@octavo.invalid"), name),
                context.option("reply-to").map(value -> reader.mailbox("reply-to", value, "")),
                listId,
                reader.unsubscribe(),
                context.option("unsubscribe-mailto").map(reader::mailto),
                context.option("archive-url").or(publication::home).map(value -> reader.address("archive-url", value)),
                context.option("help").map(reader::help),
                context.option("postal"),
                reader.hosting());
    }

    /// The folder for the pictures of [PictureHosting.Assets].
    ///
    /// @throws OctavoException where the option names none
    static Path assets(RenderContext context) {
        String folder = context.option("assets").orElse("");
        try {
            return context.root().resolve(folder);
        } catch (InvalidPathException e) {
            throw new Reader(context).wrong("assets", folder, "give a folder");
        }
    }

    /// The List-Id of a language's own list: the configured one for the publication's main language, below
    /// it the others, so that a reader's filters tell them apart (RFC 2919).
    String listId(Language language, Language mainLanguage) {
        return language.equals(mainLanguage) ? listId : language.key() + "." + listId;
    }

    private record Reader(RenderContext context) {
        String orStandIn(String key, String standIn) {
            return context.option(key)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .orElseGet(() -> {
                        context.diagnostics()
                                .report(Diagnostic.warning(
                                        Location.NONE,
                                        "email-" + key,
                                        "octavo.toml has no " + key + " under [email]: messages carry " + standIn
                                                + ", which no mail server takes; set it before sending"));
                        return standIn;
                    });
        }

        Mailbox mailbox(String key, String value, String defaultName) {
            try {
                Mailbox mailbox = Mailbox.parse(value);
                if (mailbox.isInternational()) {
                    throw wrong(key, value, "most mail servers take only ASCII before the @ of a sender");
                }
                return mailbox.name().isEmpty() ? new Mailbox(defaultName, mailbox.address()) : mailbox;
            } catch (IllegalArgumentException e) {
                throw wrong(key, value, "give an address such as News <news@example.org>");
            }
        }

        String unsubscribe() {
            String value = orStandIn("unsubscribe", "https://octavo.invalid/unsubscribe/" + TOKEN);
            String address = address("unsubscribe", value);
            if (!address.startsWith("https:")) {
                throw wrong("unsubscribe", value, "one-click unsubscribing needs an https address (RFC 8058)");
            }
            if (!address.contains(TOKEN)) {
                context.diagnostics()
                        .report(Diagnostic.warning(
                                Location.NONE,
                                "email-unsubscribe-token",
                                "unsubscribe under [email] in octavo.toml has no {token}: one click cannot tell who"
                                        + " wants to leave; put {token} into the address"));
            }
            return address;
        }

        String mailto(String value) {
            String bare = value.startsWith("mailto:") ? value.substring("mailto:".length()) : value;
            String token = "TOKEN0TOKEN";
            return mailbox("unsubscribe-mailto", bare.replace(TOKEN, token), "")
                    .address()
                    .replace(token, TOKEN);
        }

        String help(String value) {
            return value.startsWith("mailto:")
                    ? "mailto:"
                            + mailbox("help", value.substring("mailto:".length()), "")
                                    .address()
                    : address("help", value);
        }

        String address(String key, String value) {
            return WebAddress.ascii(value)
                    .orElseThrow(() -> wrong(key, value, "give an address that starts with https://"));
        }

        PictureHosting hosting() {
            boolean inside = flag("inline-images");
            Optional<String> folder = context.option("assets");
            if (inside && folder.isPresent()) {
                throw wrong(
                        "inline-images", "true", "with assets pictures are loaded from the web; give one of the two");
            }
            if (folder.isEmpty()) {
                return inside ? new PictureHosting.Inside() : new PictureHosting.Site();
            }
            String address = context.option("assets-url")
                    .map(value -> address("assets-url", value))
                    .orElseThrow(() -> new OctavoException("Pictures for mail go to " + folder.get()
                            + ", and messages have to say where they are on the web: set assets-url under [email] in"
                            + " octavo.toml to the address of that folder."));
            if (address.contains("?") || address.contains("#")) {
                throw wrong("assets-url", address, "give the address of a folder, without ? and #");
            }
            return new PictureHosting.Assets(address.endsWith("/") ? address : address + "/");
        }

        boolean flag(String key) {
            String value = context.option(key).orElse("false");
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(key, value, "give true or false");
            };
        }

        OctavoException wrong(String key, String value, String advice) {
            return new OctavoException("octavo.toml: " + key + " under [email] cannot be “"
                    + value.replaceAll("\\p{Cntrl}", "?") + "”; " + advice + ".");
        }
    }
}
