package dev.threadline.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A tap between application and server: passes everything on, keeps what was delivered, and cuts streams on demand.
///
/// One exchange a connection: the request goes on with `Connection: close`.
public final class RecordingTap implements AutoCloseable {
    private final URI server;
    private final ServerSocket socket;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Cut> cuts = new ConcurrentLinkedQueue<>();

    /// Where a stream is cut: after so many bytes of its body, or so many whole events.
    private record Cut(long bytes, int events) {}

    /// A request and what was delivered of its answer.
    public static final class Exchange {
        private final String requestLine;
        private final List<String> requestHeaders;
        private volatile String responseHead = "";
        private final ByteArrayOutputStream delivered = new ByteArrayOutputStream();

        private Exchange(String requestLine, List<String> requestHeaders) {
            this.requestLine = requestLine;
            this.requestHeaders = List.copyOf(requestHeaders);
        }

        /// Such as `POST /threads/…/runs/stream HTTP/1.1`.
        public String requestLine() {
            return requestLine;
        }

        /// The request's header lines.
        public List<String> requestHeaders() {
            return requestHeaders;
        }

        /// Status line and header lines of the answer.
        public String responseHead() {
            return responseHead;
        }

        /// Whether the answer is an event stream.
        public boolean isStream() {
            return responseHead.toLowerCase(java.util.Locale.ROOT).contains("text/event-stream");
        }

        /// The body's bytes that went to the application, chunk framing taken off.
        public byte[] delivered() {
            synchronized (delivered) {
                return delivered.toByteArray();
            }
        }

        /// The whole events in [#delivered()].
        public List<DeliveredEvent> events() {
            return DeliveredEvent.of(delivered());
        }
    }

    /// A tap before this server.
    public RecordingTap(URI server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("tap").start(this::accept);
    }

    /// The address the application is given.
    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// All exchanges, in the order of their requests.
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /// The exchanges that were answered by an event stream.
    public List<Exchange> streams() {
        return exchanges.stream().filter(Exchange::isStream).toList();
    }

    /// Cuts the next stream after this many bytes of its body.
    public void cutNextAfterBytes(long bytes) {
        cuts.add(new Cut(bytes, Integer.MAX_VALUE));
    }

    /// Cuts the next stream after this many whole events.
    public void cutNextAfterEvents(int events) {
        cuts.add(new Cut(Long.MAX_VALUE, events));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            List<String> head = head(in);
            if (head.isEmpty()) {
                return;
            }
            Exchange exchange = new Exchange(head.getFirst(), head.subList(1, head.size()));
            exchanges.add(exchange);
            passRequest(head, in, upstream.getOutputStream());
            // The application going away ends the request at the server too.
            Thread.ofVirtual().start(() -> closeWhenGone(in, upstream));
            passAnswer(
                    new BufferedInputStream(upstream.getInputStream()),
                    new BufferedOutputStream(client.getOutputStream()),
                    exchange);
        } catch (IOException gone) {
            // One side closed; what was delivered until then is kept.
        }
    }

    private static void closeWhenGone(InputStream client, Socket upstream) {
        try (upstream) {
            while (client.read() >= 0) {
                // Nothing comes: one exchange a connection.
            }
        } catch (IOException gone) {
            // The same as the end.
        }
    }

    private static void passRequest(List<String> head, InputStream in, OutputStream out) throws IOException {
        StringBuilder passed = new StringBuilder();
        int length = 0;
        for (String line : head) {
            String lower = line.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            if (!lower.startsWith("connection:")) {
                passed.append(line).append("\r\n");
            }
        }
        passed.append("Connection: close\r\n\r\n");
        out.write(passed.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(in.readNBytes(length));
        out.flush();
    }

    private void passAnswer(InputStream in, OutputStream out, Exchange exchange) throws IOException {
        List<String> head = head(in);
        exchange.responseHead = String.join("\n", head);
        // Said to the application too: it would send its next request into a connection where nobody listens any more.
        List<String> passed = new java.util.ArrayList<>(head);
        passed.removeIf(line -> line.toLowerCase(java.util.Locale.ROOT).matches("(connection|keep-alive):.*"));
        passed.add("Connection: close");
        out.write((String.join("\r\n", passed) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        Cut cut = exchange.isStream() ? cuts.poll() : null;
        ChunkedBody body = new ChunkedBody(exchange.responseHead);
        byte[] one = new byte[8192];
        for (int count = in.read(one); count >= 0; count = in.read(one)) {
            for (int i = 0; i < count; i++) {
                int decoded = body.next(one[i]);
                out.write(one[i]);
                if (decoded >= 0) {
                    synchronized (exchange.delivered) {
                        exchange.delivered.write(decoded);
                    }
                }
                if (cut != null && (body.bytes() >= cut.bytes || body.events() >= cut.events)) {
                    out.flush();
                    return;
                }
            }
            out.flush();
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new java.util.ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return lines;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
