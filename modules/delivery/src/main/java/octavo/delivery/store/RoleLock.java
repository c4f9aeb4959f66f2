package octavo.delivery.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import octavo.model.OctavoException;

/// The role of the sender, which one process at a time has on a store that is a file. Everybody else reads and writes
/// beside it. The operating system takes the lock from a process that dies.
public final class RoleLock implements AutoCloseable {
    private final FileChannel channel;

    private RoleLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws OctavoException where another process has the role
    public static RoleLock sender(StoreAddress.InFile address) {
        Path file = address.file().resolveSibling(address.file().getFileName() + ".sender");
        try {
            if (Files.notExists(file)) {
                OwnerOnly.create(file);
            }
        } catch (FileAlreadyExistsException _) {
            // Somebody else made it in this moment.
        } catch (IOException e) {
            throw unusable(file, e);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new OctavoException("Another Octavo" + (holder.isEmpty() ? "" : " (process " + holder + ")")
                        + " sends from the store " + address.shown() + "; wait until it is done, or stop it.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new RoleLock(channel);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            // This very process has it.
            return false;
        }
    }

    private static OctavoException unusable(Path file, IOException e) {
        return new OctavoException("The sender's lock " + file + " cannot be used (" + e + ").", e);
    }

    /// Gives the role back.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // The lock goes with the process at the latest.
        }
    }
}
