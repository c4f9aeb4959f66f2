package octavo.delivery.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.delivery.smtp.Relay.Login;
import octavo.delivery.smtp.Relay.Security;
import octavo.delivery.smtp.Relay.Timeouts;
import octavo.delivery.store.Secret;
import octavo.model.OctavoException;

/// The table `[delivery]` of `octavo.toml`, as far as it names relays.
///
///     smtp-host = "a.example.org, b.example.org:2525"
///     smtp-user = "octavo"
///     connections = "4"
///
/// are two relays, on ports 587 and 2525, both with STARTTLS and with four connections each.
///
/// A relay on this machine (`localhost`, `127.0.0.1`, `::1`) is spoken to in the open on port 25 where nothing else
/// is said, as a local Postfix offers it; on port 587 STARTTLS is the rule there too. Port 465 means TLS from the
/// start.
public final class Relays {
    private static final String HOST = "smtp-host";
    private static final String PORT = "smtp-port";
    private static final String SECURITY = "smtp-security";
    private static final String USER = "smtp-user";
    private static final String PASSWORD = "smtp-password";
    private static final String PASSWORD_FILE = "smtp-password-file";
    private static final String CONNECTIONS = "connections";
    private static final String HELO = "helo";
    private static final String TIMEOUT = "smtp-timeout";

    /// The keys under `[delivery]` that are understood here.
    public static final Set<String> KEYS =
            Set.of(HOST, PORT, SECURITY, USER, PASSWORD, PASSWORD_FILE, CONNECTIONS, HELO, TIMEOUT);

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final int SMTP = 25;
    private static final int LAST_PORT = 65_535;
    private static final int USUAL_CONNECTIONS = 8;
    private static final int MOST_CONNECTIONS = 200;
    private static final int LONGEST_WAIT = 3600;
    private static final int LONGEST_PASSWORD_FILE = 4096;

    /// A name or an IPv4 address, or an IPv6 address with or without brackets; then a port perhaps.
    private static final Pattern ADDRESS =
            Pattern.compile("(?:([A-Za-z0-9][A-Za-z0-9.-]*)|\\[([0-9A-Fa-f:.]+)])(?::(\\d{1,5}))?");

    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final Pattern HELO_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,254}|\\[[A-Za-z0-9.:]{2,60}]");

    private final Map<String, String> options;
    private final Path root;

    private Relays(Map<String, String> options, Path root) {
        this.options = options;
        this.root = root;
    }

    /// @param options the table's values, those of the environment above those of the file
    /// @param root the archive's folder: relative paths start there
    /// @return at least one
    /// @throws OctavoException for what cannot be used, naming the key
    public static List<Relay> of(Map<String, String> options, Path root) {
        return new Relays(options, root).read();
    }

    private List<Relay> read() {
        String hosts = text(HOST)
                .orElseThrow(() -> wrong(HOST + " under [delivery] is missing: it names the mail server that sends on"
                        + " what Octavo hands to it, for example mail.example.org, or localhost for one on this"
                        + " machine."));
        Optional<Login> login = login();
        int connections = number(CONNECTIONS, USUAL_CONNECTIONS, MOST_CONNECTIONS);
        Timeouts timeouts = Timeouts.USUAL.withReply(
                Duration.ofSeconds(number(TIMEOUT, (int) Timeouts.USUAL.reply().toSeconds(), LONGEST_WAIT)));
        String helo = helo();
        List<Relay> relays = new ArrayList<>();
        for (String one : hosts.split(",", -1)) {
            relays.add(relay(one.strip(), login, connections, timeouts, helo));
        }
        return List.copyOf(relays);
    }

    private Relay relay(String address, Optional<Login> login, int connections, Timeouts timeouts, String helo) {
        Matcher parts = ADDRESS.matcher(BARE_IPV6.matcher(address).matches() ? "[" + address + "]" : address);
        if (!parts.matches()) {
            throw wrong(HOST + " under [delivery] has “" + Reply.clean(address) + "”, which is no host; write a name or"
                    + " an address, with a port if need be: mail.example.org:587. A comma stands between several.");
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        Optional<Integer> given = Optional.ofNullable(parts.group(3))
                .map(port -> checked(HOST, port, LAST_PORT))
                .or(() -> text(PORT).map(port -> checked(PORT, port, LAST_PORT)));
        Security security = text(SECURITY).map(Relays::security).orElseGet(() -> usualSecurity(host, given));
        if (security == Security.NONE && login.isPresent() && !Relay.isLocal(host)) {
            throw wrong(SECURITY + " = \"none\" under [delivery] would send the password to " + host + " for everybody"
                    + " on the way to read; set it to starttls or tls, or take " + USER + " out.");
        }
        int port = given.orElse(
                switch (security) {
                    case STARTTLS -> SUBMISSION;
                    case TLS -> SUBMISSION_TLS;
                    case NONE -> SMTP;
                });
        return new Relay(host, port, security, login, connections, timeouts, helo);
    }

    private static Security usualSecurity(String host, Optional<Integer> port) {
        if (port.filter(given -> given == SUBMISSION_TLS).isPresent()) {
            return Security.TLS;
        }
        boolean submission = port.filter(given -> given == SUBMISSION).isPresent();
        return Relay.isLocal(host) && !submission ? Security.NONE : Security.STARTTLS;
    }

    private static Security security(String name) {
        return switch (name) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "none" -> Security.NONE;
            default ->
                throw wrong(SECURITY + " under [delivery] is “" + Reply.clean(name) + "”; it can be starttls, tls or"
                        + " none.");
        };
    }

    private Optional<Login> login() {
        Optional<String> user = text(USER);
        Optional<Secret> password = text(PASSWORD)
                .or(() -> text(PASSWORD_FILE).map(this::passwordIn))
                .map(Secret::new);
        if (user.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        if (user.isEmpty()) {
            throw wrong("There is a password for the relay but " + USER + " under [delivery] is missing; set it.");
        }
        return Optional.of(new Login(
                user.get(),
                password.orElseThrow(() -> wrong(USER + " under [delivery] needs a password; set"
                        + " OCTAVO_DELIVERY_SMTP_PASSWORD, or name a file with " + PASSWORD_FILE + "."))));
    }

    private String passwordIn(String name) {
        try (var in = Files.newInputStream(root.resolve(name))) {
            byte[] bytes = in.readNBytes(LONGEST_PASSWORD_FILE + 1);
            String password = new String(bytes, StandardCharsets.UTF_8).strip();
            if (bytes.length > LONGEST_PASSWORD_FILE || password.isEmpty()) {
                throw wrong(PASSWORD_FILE + " under [delivery]: “" + name + "” holds no password, as it is empty or"
                        + " longer than " + LONGEST_PASSWORD_FILE + " bytes.");
            }
            return password;
        } catch (IOException | InvalidPathException e) {
            throw new OctavoException(
                    PASSWORD_FILE + " under [delivery]: “" + Reply.clean(name) + "” cannot be read (" + e + ").", e);
        }
    }

    /// How this machine calls itself: its whole name, or where it has none its address (RFC 5321, 4.1.3).
    private String helo() {
        Optional<String> given = text(HELO);
        if (given.isPresent()) {
            if (!HELO_NAME.matcher(given.get()).matches()) {
                throw wrong(HELO + " under [delivery] is “" + Reply.clean(given.get()) + "”, which is no name of a"
                        + " machine; write one like news.example.org.");
            }
            return given.get();
        }
        try {
            InetAddress self = InetAddress.getLocalHost();
            String name = self.getHostName();
            if (name.indexOf('.') > 0 && HELO_NAME.matcher(name).matches()) {
                return name;
            }
            String address = self.getHostAddress();
            return address.indexOf(':') < 0 ? "[" + address + "]" : "[IPv6:" + address.replaceAll("%.*", "") + "]";
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    private int number(String key, int usual, int most) {
        return text(key).map(value -> checked(key, value, most)).orElse(usual);
    }

    private static int checked(String key, String value, int most) {
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw wrong(key + " under [delivery] has “" + Reply.clean(value) + "”; it takes a number from 1 to " + most
                    + ".");
        }
        return Integer.parseInt(value);
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(options.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static OctavoException wrong(String words) {
        return new OctavoException(words);
    }
}
