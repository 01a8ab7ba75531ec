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
import org.jspecify.annotations.Nullable;

/// A tap between application and server: passes everything on, keeps what was delivered, and does harm to
/// streams on demand.
///
/// One exchange a connection: the request goes on with `Connection: close`.
public final class RecordingTap implements AutoCloseable {
    private final URI server;
    private final ServerSocket socket;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Fault> struck = new CopyOnWriteArrayList<>();

    /// So many whole events had been passed on at this time of [System#nanoTime()].
    public record Passed(long at, int events) {}

    /// A request and what was delivered of its answer.
    public static final class Exchange {
        private final String requestLine;
        private final List<String> requestHeaders;
        private volatile String responseHead = "";
        private final List<Passed> passed = new CopyOnWriteArrayList<>();
        private final ByteArrayOutputStream delivered = new ByteArrayOutputStream();
        private volatile @Nullable Thread gone;

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

        /// How many whole events had gone to the application by when.
        public List<Passed> passed() {
            return List.copyOf(passed);
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
        next(new Fault(Fault.Kind.CUT, bytes));
    }

    /// Cuts the next stream after this many whole events.
    public void cutNextAfterEvents(int events) {
        next(new Fault(Fault.Kind.CUT_AFTER_EVENTS, events));
    }

    /// Does this to the next stream that nothing is planned for.
    public void next(Fault fault) {
        faults.add(fault);
    }

    /// What was done so far; a fault that lay behind the end of its stream is not there.
    public List<Fault> struck() {
        return List.copyOf(struck);
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
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            List<String> head = head(in);
            if (head.isEmpty()) {
                return;
            }
            Exchange exchange = new Exchange(head.getFirst(), head.subList(1, head.size()));
            exchanges.add(exchange);
            passRequest(head, in, upstream.getOutputStream());
            // The application going away ends the request at the server too.
            exchange.gone = Thread.ofVirtual().start(() -> closeWhenGone(in, upstream));
            passAnswer(new BufferedInputStream(upstream.getInputStream()), client, exchange);
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

    private void passAnswer(InputStream in, Socket client, Exchange exchange) throws IOException {
        OutputStream out = new BufferedOutputStream(client.getOutputStream());
        List<String> head = head(in);
        exchange.responseHead = String.join("\n", head);
        Fault fault = exchange.isStream() ? faults.poll() : null;
        if (fault != null && fault.kind().atOnce()) {
            struck.add(fault);
            answerInstead(fault, out);
            return;
        }
        // Said to the application too: it would send its next request into a connection where nobody listens any more.
        List<String> passed = new java.util.ArrayList<>(head);
        passed.removeIf(line -> line.toLowerCase(java.util.Locale.ROOT).matches("(connection|keep-alive):.*"));
        passed.add("Connection: close");
        out.write((String.join("\r\n", passed) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        if (passBody(in, out, exchange, new Damage(fault))) {
            struck.add(fault);
            end(fault, client, exchange);
        }
    }

    private static void answerInstead(Fault fault, OutputStream out) throws IOException {
        if (fault.kind() != Fault.Kind.NO_HEADERS) {
            String status = fault.kind() == Fault.Kind.BAD_GATEWAY ? "502 Bad Gateway" : "503 Service Unavailable";
            String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    /// Passes the body on; true where the fault struck.
    private static boolean passBody(InputStream in, OutputStream out, Exchange exchange, Damage damage)
            throws IOException {
        ChunkedBody body = new ChunkedBody(exchange.responseHead);
        byte[] some = new byte[8192];
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            for (int i = 0; i < count; i++) {
                int decoded = body.next(some[i]);
                out.write(some[i]);
                if (decoded >= 0) {
                    synchronized (exchange.delivered) {
                        exchange.delivered.write(decoded);
                    }
                }
                if (damage.strikes(decoded, body)) {
                    out.flush();
                    return true;
                }
                if (i % 3 == 0 && damage.drips(body)) {
                    out.flush();
                }
            }
            out.flush();
            if (exchange.isStream()) {
                exchange.passed.add(new Passed(System.nanoTime(), body.events()));
            }
        }
        return false;
    }

    private static void end(@Nullable Fault fault, Socket client, Exchange exchange) throws IOException {
        Thread gone = exchange.gone;
        if (fault != null && fault.kind() == Fault.Kind.RESET) {
            client.setSoLinger(true, 0);
        } else if (fault != null && fault.kind() == Fault.Kind.STALL && gone != null) {
            // Open until the application has had enough of it.
            try {
                gone.join();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
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
