package dev.threadline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A process that answers as far as a client needs it to stream a run: `/NAME/threads/t/runs/stream` sends the file
/// NAME
/// of its folder, in pieces of 64 kB straight from the file cache.
public final class IngestServer {
    private static final int PIECE = 1 << 16;
    private static final String RUN =
            "{\"run_id\":\"r\",\"thread_id\":\"t\",\"assistant_id\":\"bench\",\"status\":\"success\","
                    + "\"created_at\":\"\",\"updated_at\":\"\",\"multitask_strategy\":\"enqueue\",\"metadata\":{}}";
    private static final String STATE = "{\"values\":{},\"next\":[],\"tasks\":[],\"metadata\":{},\"created_at\":\"\","
            + "\"checkpoint\":{\"thread_id\":\"t\",\"checkpoint_ns\":\"\",\"checkpoint_id\":\"c\"},\"interrupts\":[]}";

    private IngestServer() {}

    /// Prints its port and serves until it is ended.
    ///
    /// @param args the folder
    public static void main(String[] args) throws IOException {
        try (ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
            while (true) {
                SocketChannel connection = server.accept();
                Thread.ofPlatform().start(() -> serve(connection, Path.of(args[0])));
            }
        }
    }

    private static void serve(SocketChannel connection, Path folder) {
        try (connection) {
            connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
            InputStream in = new BufferedInputStream(Channels.newInputStream(connection));
            for (String path = request(in); path != null; path = request(in)) {
                if (path.endsWith("/runs/stream")) {
                    stream(connection, folder.resolve(path.split("/")[1]));
                } else {
                    json(connection, path);
                }
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    /// Reads a request and gives its path; null at the end of the connection.
    private static String request(InputStream in) throws IOException {
        String first = line(in);
        long body = 0;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                body = Long.parseLong(line.substring(15).strip());
            }
        }
        in.skipNBytes(body);
        return first == null ? null : first.split(" ")[1];
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    private static void stream(SocketChannel connection, Path file) throws IOException {
        text(
                connection,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                        + "Content-Location: /threads/t/runs/r\r\nTransfer-Encoding: chunked\r\n\r\n");
        try (FileChannel body = FileChannel.open(file)) {
            long size = body.size();
            for (long at = 0; at < size; ) {
                long piece = Math.min(PIECE, size - at);
                text(connection, Long.toHexString(piece) + "\r\n");
                for (long end = at + piece; at < end; ) {
                    at += body.transferTo(at, end - at, connection);
                }
                text(connection, "\r\n");
            }
        }
        text(connection, "0\r\n\r\n");
    }

    private static void json(SocketChannel connection, String path) throws IOException {
        String body = path.contains("/runs/")
                ? RUN
                : path.contains("/state")
                        ? STATE
                        : path.endsWith("/search") ? "[]" : "{\"thread_id\":\"t\",\"version\":\"0\",\"ok\":true}";
        text(
                connection,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body);
    }

    private static void text(SocketChannel connection, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            connection.write(bytes);
        }
    }
}
