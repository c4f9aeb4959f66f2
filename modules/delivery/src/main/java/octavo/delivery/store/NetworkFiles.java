package octavo.delivery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// File systems of other machines, whose locks two machines may both believe to hold.
final class NetworkFiles {
    /// As Linux, macOS and Windows call them.
    private static final Set<String> TYPES = Set.of(
            "nfs",
            "nfs3",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afpfs",
            "afs",
            "webdav",
            "davfs",
            "fuse.sshfs",
            "fuse.davfs",
            "fuse.glusterfs",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.cephfs",
            "ceph",
            "lustre",
            "gfs",
            "gfs2",
            "ocfs2",
            "9p",
            "ncpfs",
            "coda",
            "beegfs",
            "gpfs");

    private NetworkFiles() {}

    static boolean isOne(Path folder) throws IOException {
        return folder.toString().startsWith("\\\\")
                || isOne(Files.getFileStore(folder).type());
    }

    static boolean isOne(String type) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }
}
