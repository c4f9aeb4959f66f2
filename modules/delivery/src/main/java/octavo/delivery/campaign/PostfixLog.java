package octavo.delivery.campaign;

import java.nio.file.Path;
import java.util.Optional;

public final class PostfixLog {
    private PostfixLog() {}

    public static PostfixLog read(Path... files) {
        throw new UnsupportedOperationException(files.length + "");
    }

    public Optional<Resolution> of(String messageId) {
        throw new UnsupportedOperationException(messageId);
    }
}
