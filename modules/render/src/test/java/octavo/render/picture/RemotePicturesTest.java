package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import octavo.model.Diagnostic;
import octavo.model.Picture;
import octavo.render.picture.PreparedPicture.Ready;
import octavo.render.picture.PreparedPicture.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemotePicturesTest {
    private static final byte[] PNG = Samples.write(Samples.screenshot(60, 40), "png");

    @TempDir
    private Path folder;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/a.png", exchange -> answer(exchange, PNG));
        server.createContext(
                "/page",
                exchange ->
                        answer(exchange, "<html>not here</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 30_000_000);
            exchange.getResponseBody().write(PNG);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 40; i++) {
                    body.write(new byte[1_000_000]);
                }
            }
        });
        server.createContext("/to/", exchange -> {
            String target = exchange.getRequestURI().getQuery();
            if (target != null) {
                exchange.getResponseHeaders().add("Location", target);
            }
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        requests.incrementAndGet();
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private PreparedPicture fetch(String address, Predicate<InetAddress> allowed) {
        PictureStore store = PictureStore.fetching(folder, folder.resolve("cache"), allowed, diagnostics::add);
        Picture.Source source = new Picture.Source.Remote(address);
        return Objects.requireNonNull(
                store.prepare(List.of(source), PictureSpec.within(100, 100)).get(source));
    }

    private void refused(String address, Predicate<InetAddress> allowed, String because) {
        assertThat(fetch(address, allowed)).isInstanceOf(Unavailable.class);
        assertThat(diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("picture-remote");
            assertThat(diagnostic.message()).contains(address, because);
        });
    }

    @Test
    void fetchedOnceAndThenKept() {
        assertThat(((Ready) fetch(at("/a.png"), _ -> true)).bytes()).isEqualTo(PNG);
        assertThat(((Ready) fetch(at("/a.png"), _ -> true)).bytes()).isEqualTo(PNG);
        assertThat(requests).hasValue(1);
        assertThat(diagnostics).isEmpty();
    }

    @Test
    void ownMachineIsNotFetchedFrom() {
        refused(at("/a.png"), PublicAddresses::contains, "private address");
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void ownMachineIsNotFetchedFromUnderAnotherName(String host) {
        String address = "http://" + host + ":" + server.getAddress().getPort() + "/a.png";
        assertThat(fetch(address, PublicAddresses::contains)).isInstanceOf(Unavailable.class);
        assertThat(requests).hasValue(0);
    }

    @Test
    void redirectsAreFollowedAFewTimesAndCheckedAgain() {
        assertThat(fetch(at("/to/?/a.png"), _ -> true)).isInstanceOf(Ready.class);
        refused(at("/to/?/to/"), _ -> true, "answers 302");
        diagnostics.clear();
        refused(at("/to/?file:///etc/passwd"), _ -> true, "only http and https");
        diagnostics.clear();
        AtomicInteger asked = new AtomicInteger();
        refused(at("/to/?" + at("/a.png")), _ -> asked.incrementAndGet() == 1, "private address");
    }

    @Test
    void circlesEnd() {
        server.createContext("/circle", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "/circle");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        refused(at("/circle"), _ -> true, "more than 5 times");
        assertThat(requests).hasValue(6);
    }

    @Test
    void whatIsTooLargeIsNotTaken() {
        refused(at("/large"), _ -> true, "20 MB");
        diagnostics.clear();
        refused(at("/endless"), _ -> true, "20 MB");
    }

    @Test
    void whatIsNoPictureIsNotTaken() {
        refused(at("/page"), _ -> true, "no picture");
        diagnostics.clear();
        refused(at("/nowhere"), _ -> true, "404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/a.png",
                "file:///etc/passwd",
                "http://a b/",
                "http:///a.png",
                "//x/y",
                "http://u:p@example.org/"
            })
    void oddAddressesAreRefused(String address) {
        assertThat(fetch(address, _ -> true)).isInstanceOf(Unavailable.class);
        assertThat(diagnostics).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254",
                "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
                "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
                "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1",
                "ff02::1", "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8", "2001::1", "2001:db8::1", "2002:7f00:1::",
                        "100::1",
                "3fff::1"
            })
    void specialAddressesAreNotPublic(String address) throws IOException {
        assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::8.8.8.8",
                "::ffff:8.8.8.8"
            })
    void ordinaryAddressesArePublic(String address) throws IOException {
        assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isTrue();
    }
}
