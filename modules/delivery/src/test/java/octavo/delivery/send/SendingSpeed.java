package octavo.delivery.send;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import octavo.delivery.Crowd;
import octavo.delivery.Letter;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Draft;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.subscriber.Audience;
import octavo.email.dkim.Algorithm;
import octavo.email.dkim.DkimKey;
import octavo.email.dkim.DkimSigner;
import octavo.email.dkim.Signatory;

/// Messages a second into a sink, for `docs/measure-delivery.sh`: Octavo with its journal in a file, the same with
/// signatures, or a sender that makes a `MimeMessage` for each recipient and keeps no journal.
final class SendingSpeed {
    private static final int PARAGRAPHS = 60;

    private SendingSpeed() {}

    /// Prints a number.
    ///
    /// @param args `journal`, `signed` or `mime` (or `size`, for that of a message); how many letters; connections;
    ///     the sink's port; a folder for the store
    public static void main(String[] args) throws Exception {
        int letters = Integer.parseInt(args[1]);
        int connections = Integer.parseInt(args[2]);
        int port = Integer.parseInt(args[3]);
        Content content = Letter.content("en", PARAGRAPHS);
        if (args[0].equals("size")) {
            System.out.println(content.template().forRecipient(octavo.email.Recipient.STAND_IN).length);
            return;
        }
        double seconds = switch (args[0]) {
            case "journal" -> octavo(content, letters, connections, port, Path.of(args[4]), Signing.NONE);
            case "signed" -> octavo(content, letters, connections, port, Path.of(args[4]), signing());
            case "mime" -> mime(content, letters, connections, port);
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.out.println(Math.round(letters / seconds));
    }

    private static Signing signing() {
        return Signing.by(
                new DkimSigner(List.of(new Signatory("news.example", "octavo", DkimKey.generate(Algorithm.RSA)))));
    }

    private static double octavo(Content content, int letters, int connections, int port, Path parent, Signing signing)
            throws IOException {
        Path folder = Files.createTempDirectory(parent, "speed");
        try (Store store = Store.openOrCreate(new StoreAddress.InFile(folder.resolve("octavo.db")))) {
            Crowd.of(store, folder, letters);
            Draft draft = Letter.draft(Audience.all("newsletter"), "en");
            long id = new Campaigns(store)
                    .create(new Draft(
                            draft.issue(),
                            draft.title(),
                            draft.audience(),
                            List.of(content),
                            draft.fallback(),
                            false,
                            draft.limit(),
                            draft.starts(),
                            signing.names()))
                    .id();
            Sender sender = new Sender(
                    store,
                    id,
                    List.of(Sending.relay(port, connections)),
                    Sending.settings(),
                    signing,
                    new Sending.Heard());
            long begun = System.nanoTime();
            if (sender.run() != Ending.DONE) {
                throw new IllegalStateException("not everything was sent");
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static double mime(Content content, int letters, int connections, int port) throws Exception {
        MimeMessage whole = new MimeMessage(
                null,
                new java.io.ByteArrayInputStream(content.template().forRecipient(octavo.email.Recipient.STAND_IN)));
        MimeMultipart parts = (MimeMultipart) whole.getContent();
        String text = (String) parts.getBodyPart(0).getContent();
        String html = (String) parts.getBodyPart(1).getContent();
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.socketFactory", new NoDelay());
        Session session = Session.getInstance(properties);
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> all = new java.util.ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> {
                    try (Transport transport = session.getTransport("smtp")) {
                        transport.connect();
                        for (int n = next.incrementAndGet(); n <= letters; n = next.incrementAndGet()) {
                            send(transport, session, whole, text, html, Crowd.address(n));
                        }
                    }
                    return true;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void send(
            Transport transport, Session session, MimeMessage whole, String text, String html, String address)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(whole.getFrom()[0]);
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject(whole.getSubject(), StandardCharsets.UTF_8.name());
        message.setSentDate(whole.getSentDate());
        message.setHeader("List-Unsubscribe", "<https://lists.news.example/u/" + address.hashCode() + ">");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text.replace("OCTAVO-RECIPIENT", Integer.toHexString(address.hashCode())), "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html.replace("OCTAVO-RECIPIENT", Integer.toHexString(address.hashCode())), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        message.saveChanges();
        transport.sendMessage(message, new Address[] {new InternetAddress(address)});
    }

    /// With Nagle's algorithm each message would wait 40 ms for nothing: that is not what is compared here.
    private static final class NoDelay extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            Socket socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }
    }
}
