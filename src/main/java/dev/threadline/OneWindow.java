package dev.threadline;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// The one window of a user and an installation: a second start hands its file to the first and ends.
///
/// A lock beside the captures says that there is a window, a socket beside it (of the file system, so nothing listens
/// on a network) takes the files. Where neither can be made, every start has a window of its own. Any thread.
final class OneWindow implements AutoCloseable {
    private static final int LONGEST = 64 * 1024;

    private final FileChannel lockFile;
    private final ServerSocketChannel socket;

    private OneWindow(FileChannel lockFile, ServerSocketChannel socket) {
        this.lockFile = lockFile;
        this.socket = socket;
    }

    /// Where the window of one installation is reached.
    ///
    /// @param socket the socket's file; the lock's is named alike
    record Place(Path socket) {
        /// The place for this installation, in a folder that only this user writes to.
        static Place in(Path folder, String installation) {
            CRC32 hash = new CRC32();
            hash.update(installation.getBytes(StandardCharsets.UTF_8));
            return new Place(folder.resolve("window-" + HexFormat.of().toHexDigits((int) hash.getValue()) + ".sock"));
        }

        Path lock() {
            return socket.resolveSibling(socket.getFileName() + ".lock");
        }
    }

    /// Becomes the one window: each file handed over later reaches the consumer, on a thread of its own; null stands
    /// for a start without a file.
    ///
    /// @return null where there is a window already, or where there can't be a place
    static @Nullable OneWindow claim(Place place, Consumer<@Nullable Path> open) {
        try {
            Files.createDirectories(place.socket().getParent());
            FileChannel file = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            ServerSocketChannel socket = locked(file) ? bound(place.socket()) : null;
            if (socket == null) {
                file.close();
                return null;
            }
            OneWindow window = new OneWindow(file, socket);
            Thread.ofVirtual().name("one window").start(() -> window.listen(open));
            return window;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            // Held by the channel until it is closed; the system frees it when the process dies.
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    private static @Nullable ServerSocketChannel bound(Path path) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Files.deleteIfExists(path);
            socket.bind(UnixDomainSocketAddress.of(path));
            return socket;
        } catch (IOException tooLongOrNotWritable) {
            socket.close();
            return null;
        }
    }

    private void listen(Consumer<@Nullable Path> open) {
        while (socket.isOpen()) {
            try (SocketChannel peer = socket.accept()) {
                byte[] asked = Channels.newInputStream(peer).readNBytes(LONGEST);
                String file = new String(asked, StandardCharsets.UTF_8);
                open.accept(file.isEmpty() ? null : Path.of(file));
                peer.write(ByteBuffer.wrap(new byte[] {1}));
            } catch (IOException | IllegalArgumentException e) {
                // That start is on its own; the next may do better.
            }
        }
    }

    /// Hands a file to the window that is open.
    ///
    /// @param file the file, or null to bring the window to the front
    /// @return whether there is a window and it took it
    static boolean hand(Place place, @Nullable Path file) {
        if (!Files.exists(place.socket())) {
            return false;
        }
        try (SocketChannel peer = SocketChannel.open(UnixDomainSocketAddress.of(place.socket()))) {
            String asked = file == null ? "" : file.toAbsolutePath().toString();
            peer.write(ByteBuffer.wrap(asked.getBytes(StandardCharsets.UTF_8)));
            peer.shutdownOutput();
            return Channels.newInputStream(peer).read() == 1;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    @Override
    public void close() {
        try (lockFile;
                socket) {
            Files.deleteIfExists(((UnixDomainSocketAddress) socket.getLocalAddress()).getPath());
        } catch (IOException e) {
            // The next start removes what is left.
        }
    }
}
