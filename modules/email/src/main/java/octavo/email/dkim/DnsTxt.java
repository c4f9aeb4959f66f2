package octavo.email.dkim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/// Asks the machine's own name servers, with what the JDK has for it.
public final class DnsTxt implements TxtLookup {
    /// The JDK gives a record's strings with spaces between, in quotes where a string has spaces itself.
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^ ]+)");

    private final String servers;

    public DnsTxt() {
        this("dns:");
    }

    /// @param servers `dns://127.0.0.1:5353`, or `dns:` for the machine's own
    DnsTxt(String servers) {
        this.servers = servers;
    }

    @Override
    // The API takes no other table, and a DNS context makes no objects but strings.
    @SuppressWarnings({"JdkObsolete", "BanJNDI"})
    public List<String> txt(String name) throws IOException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            DirContext context = new InitialDirContext(environment);
            try {
                Attribute records =
                        context.getAttributes(name + ".", new String[] {"TXT"}).get("TXT");
                return records == null ? List.of() : texts(records);
            } finally {
                context.close();
            }
        } catch (NameNotFoundException _) {
            return List.of();
        } catch (NamingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<String> texts(Attribute records) throws NamingException {
        List<String> texts = new ArrayList<>();
        for (Object value : Collections.list(records.getAll())) {
            texts.add(joined(value.toString()));
        }
        return texts;
    }

    static String joined(String strings) {
        StringBuilder text = new StringBuilder();
        for (Matcher string = STRING.matcher(strings); string.find(); ) {
            String bare = string.group(2);
            text.append(bare != null ? bare : string.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return text.toString();
    }
}
