package dev.threadline.bench;

import dev.threadline.capture.Capture;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.EventFacts;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.RunRequest;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;

/// One of the programs that the bench `ingest` compares, as a process: for each address that a line of the input names
/// it
/// hears the stream there, and answers with the seconds it took and the events it heard.
public final class IngestPeer {
    private static final Path FOLDER = Path.of("target/bench/ingest");

    private IngestPeer() {}

    /// @param args `threadline`, `okhttp-sse` or `sqlite`
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String address = in.readLine(); address != null; address = in.readLine()) {
            System.out.println(
                    switch (args[0]) {
                        case "threadline" -> threadline(address);
                        case "okhttp-sse" -> okHttp(address);
                        default -> sqlite(address);
                    });
        }
    }

    private static String said(long before, long events) {
        return (System.nanoTime() - before) / 1e9 + " " + events;
    }

    /// From the request until the capture is closed: everything decoded, indexed and in one plain file.
    private static String threadline(String address) throws Exception {
        Path file = capture(address);
        Files.deleteIfExists(file);
        try (AgentServer server = new AgentServer(new Deployment("bench", URI.create(address), List.of()))) {
            long before = System.nanoTime();
            Recording recording = Recording.create(file, new CaptureInfo("bench", address, "bench", "t", 0));
            try (Session session =
                    Session.start(server, recording, RunRequest.of("bench").build())) {
                RunStatus status = session.ended().join();
                if (status != RunStatus.SUCCESS) {
                    throw new IllegalStateException(recording.lastRun().error());
                }
                recording.close();
            }
            return said(before, recording.log().size());
        }
    }

    private static Path capture(String address) {
        return FOLDER.resolve(address.substring(address.lastIndexOf('/') + 1) + ".threadline");
    }

    private static String okHttp(String address) throws IOException {
        OkHttpClient client =
                new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
        Request request = new Request.Builder()
                .url(address + "/threads/t/runs/stream")
                .post(RequestBody.create(new byte[0]))
                .build();
        long before = System.nanoTime();
        long[] events = new long[1];
        try (Response response = client.newCall(request).execute()) {
            EventSources.processResponse(response, new EventSourceListener() {
                @Override
                public void onEvent(EventSource source, String id, String type, String data) {
                    events[0]++;
                }
            });
        }
        String said = said(before, events[0]);
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        return said;
    }

    /// The rows that Threadline made of the stream, inserted with the plainest code there is; from the first insert
    /// until
    /// the file is closed.
    private static String sqlite(String address) throws Exception {
        List<EventFacts> facts = new ArrayList<>();
        List<String> payloads = new ArrayList<>();
        try (Capture capture = Capture.open(capture(address))) {
            capture.forEachFacts(facts::add);
            for (EventFacts each : facts) {
                payloads.add(capture.data(each.seq()));
            }
        }
        Path file = FOLDER.resolve("plain.sqlite");
        Files.deleteIfExists(file);
        long before = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = NORMAL");
                statement.execute("CREATE TABLE facts(seq INTEGER PRIMARY KEY, run, received_at, id, name, kind, mode,"
                        + " namespace, node, task, ref, step, server_time, size, flags)");
                statement.execute("CREATE TABLE payloads(seq INTEGER PRIMARY KEY, data TEXT)");
            }
            connection.setAutoCommit(false);
            insert(connection, facts, payloads);
        }
        return said(before, facts.size());
    }

    private static void insert(Connection connection, List<EventFacts> facts, List<String> payloads) throws Exception {
        try (PreparedStatement fact = connection.prepareStatement(
                        "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement payload = connection.prepareStatement("INSERT INTO payloads VALUES (?, ?)")) {
            for (int i = 0; i < facts.size(); i++) {
                bind(fact, facts.get(i));
                fact.addBatch();
                payload.setLong(1, facts.get(i).seq());
                payload.setString(2, payloads.get(i));
                payload.addBatch();
                if (i % 5_000 == 4_999 || i == facts.size() - 1) {
                    fact.executeBatch();
                    payload.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void bind(PreparedStatement row, EventFacts f) throws Exception {
        row.setLong(1, f.seq());
        row.setInt(2, f.run());
        row.setLong(3, f.receivedAt());
        row.setString(4, f.id());
        row.setString(5, f.name());
        row.setString(6, f.kind().name());
        row.setString(7, f.mode());
        row.setString(8, f.namespace());
        row.setString(9, f.node());
        row.setString(10, f.task());
        row.setString(11, f.ref());
        row.setObject(12, f.hasStep() ? f.step() : null);
        row.setObject(13, f.hasServerTime() ? f.serverTime() : null);
        row.setLong(14, f.size());
        row.setInt(15, f.flags());
    }
}
