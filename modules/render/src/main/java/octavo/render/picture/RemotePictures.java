package octavo.render.picture;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import octavo.render.picture.PictureCache.Entry;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/// Fetches pictures over http and https. Names are resolved once, by us: the connection goes to the addresses that were
/// found public and to no other, so that a name cannot lead elsewhere after it was checked. Proxies that the machine
/// may have are not used, since they would resolve the name again. Redirects start over with every check.
final class RemotePictures {
    private static final int MAX_BYTES = 20_000_000;
    private static final int MAX_REDIRECTS = 5;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(15);
    private static final long WHOLE_MILLIS = 60_000;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final PictureCache cache;
    private final Predicate<InetAddress> allowed;

    RemotePictures(PictureCache cache, Predicate<InetAddress> allowed) {
        this.cache = cache;
        this.allowed = allowed;
    }

    /// The bytes at an address, from the cache where it was fetched before.
    byte[] fetch(String address) throws PictureProblem {
        String key = Hashes.of("remote\n" + address);
        Optional<Entry> kept = cache.find(key);
        if (kept.isPresent()) {
            return kept.get().bytes();
        }
        byte[] bytes = follow(address);
        if (Sniffer.type(bytes).isEmpty()) {
            throw problem("what the server sends is " + Sniffer.foreignKind(bytes));
        }
        cache.keep(key, new Entry(List.of(address.replaceAll("\\s", " ")), bytes));
        return bytes;
    }

    private byte[] follow(String address) throws PictureProblem {
        try (CloseableHttpClient client = client()) {
            URI uri = checked(URI.create(address));
            for (int i = 0; i <= MAX_REDIRECTS; i++) {
                Answer answer = client.execute(new HttpGet(uri), RemotePictures::read);
                if (answer.redirect().isEmpty()) {
                    return answer.bytes();
                }
                uri = checked(uri.resolve(answer.redirect().get()));
            }
            throw problem("it leads from one address to the next more than " + MAX_REDIRECTS + " times");
        } catch (IllegalArgumentException e) {
            throw new PictureProblem(PictureProblem.REMOTE, "its address is malformed", e);
        } catch (IOException e) {
            throw new PictureProblem(PictureProblem.REMOTE, String.valueOf(e.getMessage()), e);
        }
    }

    private static URI checked(URI uri) throws PictureProblem {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw problem("only http and https are fetched, not " + scheme);
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw problem("its address names no plain host");
        }
        return uri;
    }

    private static PictureProblem problem(String message) {
        return new PictureProblem(PictureProblem.REMOTE, message);
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(SILENCE)
                        .build())
                .setUserAgent("Octavo")
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    /// What a server said: bytes, or where to go instead.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Answer(byte[] bytes, Optional<String> redirect) {}

    private static Answer read(ClassicHttpResponse response) throws IOException {
        Header location = response.getFirstHeader("Location");
        if (REDIRECTS.contains(response.getCode()) && location != null) {
            return new Answer(new byte[0], Optional.of(location.getValue()));
        }
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            throw new IOException("the server answers " + response.getCode());
        }
        if (entity.getContentLength() > MAX_BYTES) {
            throw tooLarge();
        }
        try (InputStream in = entity.getContent()) {
            return new Answer(readInTime(in), Optional.empty());
        }
    }

    private static byte[] readInTime(InputStream in) throws IOException {
        long end = System.nanoTime() + WHOLE_MILLIS * 1_000_000;
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > MAX_BYTES) {
                throw tooLarge();
            }
            if (System.nanoTime() > end) {
                throw new IOException("the server takes more than " + WHOLE_MILLIS / 1000 + " seconds");
            }
        }
        return out.toByteArray();
    }

    private static IOException tooLarge() {
        return new IOException("it has more than " + MAX_BYTES / 1_000_000 + " MB");
    }

    /// Resolves names to addresses that may be connected to. One private address among them refuses the name.
    private final class CheckedNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<InetAddress> found = new ArrayList<>(List.of(SystemDefaultDnsResolver.INSTANCE.resolve(host)));
            for (InetAddress address : found) {
                if (!allowed.test(address)) {
                    throw new UnknownHostException("its host has a private address, and none such is fetched from");
                }
            }
            return found.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
