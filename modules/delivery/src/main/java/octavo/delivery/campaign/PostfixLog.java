package octavo.delivery.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.model.OctavoException;

/// What a Postfix relay's log says became of messages: `cleanup` tells which Message-ID has which number in the queue,
/// and `smtp`, `lmtp`, `local` and the like tell how it ended.
///
///     … postfix/cleanup[812]: 4F2: message-id=<ab12@example.org>
///     … postfix/smtp[815]: 4F2: to=<ada@example.org>, relay=…, dsn=2.0.0, status=sent (250 ok)
public final class PostfixLog {
    private static final Pattern LINE = Pattern.compile("postfix(?:-\\w+)?/[\\w/]+\\[\\d+]: ([0-9A-Za-z]+): (.*)");
    private static final Pattern MESSAGE_ID = Pattern.compile("message-id=(<[^>]*>)");
    private static final Pattern STATUS = Pattern.compile("\\bstatus=(sent|bounced|expired|deferred)\\b");

    private final Map<String, String> numbers;
    private final Map<String, Resolution> ends;

    private PostfixLog(Map<String, String> numbers, Map<String, Resolution> ends) {
        this.numbers = Map.copyOf(numbers);
        this.ends = Map.copyOf(ends);
    }

    /// @param files in the order in which they were written
    /// @throws OctavoException where one cannot be read
    public static PostfixLog read(Path... files) {
        Map<String, String> numbers = new HashMap<>();
        Map<String, Resolution> ends = new HashMap<>();
        for (Path file : files) {
            // Other programs' lines may be in any encoding.
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    read(line, numbers, ends);
                }
            } catch (IOException e) {
                throw new OctavoException("The log '" + file + "' cannot be read (" + e + ").", e);
            }
        }
        return new PostfixLog(numbers, ends);
    }

    private static void read(String line, Map<String, String> numbers, Map<String, Resolution> ends) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return;
        }
        String number = matcher.group(1);
        Matcher id = MESSAGE_ID.matcher(matcher.group(2));
        if (id.lookingAt()) {
            numbers.put(id.group(1), number);
            ends.remove(number);
            return;
        }
        Matcher status = STATUS.matcher(matcher.group(2));
        if (status.find()) {
            switch (status.group(1)) {
                case "sent" -> ends.put(number, Resolution.DELIVERED);
                case "bounced", "expired" -> ends.put(number, Resolution.FAILED);
                default -> {
                    // Postfix tries again by itself.
                }
            }
        }
    }

    /// How the message ended; empty where the log does not say so, or Postfix still has it.
    public Optional<Resolution> of(String messageId) {
        return Optional.ofNullable(numbers.get(messageId)).map(ends::get);
    }
}
