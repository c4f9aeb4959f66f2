package octavo.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Asks a name server of the test's own, on this machine.
class DnsTxtTest {
    @Test
    void stringsAreJoinedWithoutSpaces() throws Exception {
        assertThat(ask(List.of("v=DKIM1; k=rsa; p=MIGf", "MA0G", "", "a\"b \\c")))
                .containsExactly("v=DKIM1; k=rsa; p=MIGfMA0Ga\"b \\c");
    }

    @Test
    void aNameThatIsNotThereHasNoRecords() throws Exception {
        assertThat(ask(List.of())).isEmpty();
    }

    private static List<String> ask(List<String> strings) throws IOException, InterruptedException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> answer(socket, strings));
            List<String> found =
                    new DnsTxt("dns://127.0.0.1:" + socket.getLocalPort()).txt("octavo._domainkey.a.example");
            server.join();
            return found;
        }
    }

    private static void answer(DatagramSocket socket, List<String> strings) {
        try {
            DatagramPacket query = new DatagramPacket(new byte[512], 512);
            socket.receive(query);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.write(query.getData(), 0, 2);
            answer.writeBytes(new byte[] {
                (byte) 0x85,
                (byte) (strings.isEmpty() ? 0x83 : 0x80),
                0,
                1,
                0,
                (byte) (strings.isEmpty() ? 0 : 1),
                0,
                0,
                0,
                0
            });
            answer.writeBytes(Arrays.copyOfRange(query.getData(), 12, questionEnd(query.getData())));
            if (!strings.isEmpty()) {
                record(answer, strings);
            }
            socket.send(new DatagramPacket(answer.toByteArray(), answer.size(), query.getSocketAddress()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Behind the name, its type and its class; the query may hold more.
    private static int questionEnd(byte[] query) {
        int at = 12;
        while (query[at] != 0) {
            at += query[at] + 1;
        }
        return at + 5;
    }

    private static void record(ByteArrayOutputStream answer, List<String> strings) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (String string : strings) {
            data.write(string.length());
            data.writeBytes(string.getBytes(StandardCharsets.US_ASCII));
        }
        answer.writeBytes(new byte[] {(byte) 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, (byte) data.size()});
        answer.writeBytes(data.toByteArray());
    }
}
