package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.Json;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.ThreadState;
import dev.threadline.run.EventLog;
import dev.threadline.run.RunStatus;
import dev.threadline.server.DeliveredEvent;
import dev.threadline.server.Fault;
import dev.threadline.server.RealServer;
import dev.threadline.server.RecordingTap;
import dev.threadline.server.ServerKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One run on a real server through a tap that does harm, from a seed; what was recorded is held against what
/// the server sent.
final class CutRun {
    private static final Map<String, String> KNOWN =
            Map.of("info", "{}", "assistant", "{}", "schemas", "{}", "graph", "{}");

    /// Graphs with their inputs; the text of most goes beyond ASCII.
    private static final List<Map.Entry<String, String>> WORK = List.of(
            Map.entry("joke", "{\"topic\":\"Müllers Käse 漢字 🧀\"}"),
            Map.entry("supervisor", "{}"),
            Map.entry("research", "{\"sources\":[{\"name\":\"Ångström\",\"kind\":\"paper\",\"duration_ms\":300}]}"),
            Map.entry("tools", "{\"messages\":[{\"role\":\"user\",\"content\":\"Grüß Gott 👋\"}]}"),
            Map.entry("approval", "{\"variant\":\"parallel\"}"),
            Map.entry(
                    "firehose",
                    "{\"events\":200,\"payload_bytes\":120,\"nodes\":4,\"content\":{\"alphabet\":\"unicode\"}}"));

    private final RealServer real;
    private final Tally tally;
    private final long seed;
    private final RandomGenerator chance;
    private final boolean kept;
    private final String graph;
    private final String input;

    CutRun(RealServer real, Tally tally, long seed, boolean kept) {
        this.real = real;
        this.tally = tally;
        this.seed = seed;
        this.kept = kept;
        this.chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        boolean python = real.kind() == ServerKind.PYTHON;
        var work = WORK.get(chance.nextInt(WORK.size() - (python ? 1 : 0)));
        this.graph = work.getKey();
        this.input = work.getValue();
    }

    /// Runs it; at most so many faults.
    void go(Path folder, int faults) throws Exception {
        Path file = folder.resolve("cut-" + (kept ? "" : "plain-") + seed + ".threadline");
        try (RecordingTap tap = new RecordingTap(real.address());
                AgentServer server = new AgentServer(new Deployment("local dev", tap.address(), List.of()));
                AgentServer direct = new AgentServer(real.deployment());
                Recording recording = Recording.create(file, Graphs.info(real.address(), graph))) {
            for (int i = 0; i < faults; i++) {
                tap.next(Fault.random(chance, 16_000));
            }
            RunRequest request = RunRequest.of(graph)
                    .input(Json.parse(input))
                    .resumable(kept)
                    .build();
            RunStatus status = ended(Session.start(server, recording, request, KNOWN, Fast.PATIENCE));
            assertThat(status)
                    .as("%s; %s", recording.run(1).error(), recording.ledger())
                    .isEqualTo(graph.equals("approval") ? RunStatus.WAITING : RunStatus.SUCCESS);
            if (kept) {
                assertWhole(direct, recording, tap);
            } else {
                assertGapsShown(direct, recording, tap);
            }
            tally.add(tap.struck(), recording);
        } catch (AssertionError e) {
            throw new AssertionError(this + ": " + e.getMessage(), e);
        }
    }

    private RunStatus ended(Session session) throws Exception {
        try {
            return session.ended().get(2, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    session.link() + "; " + session.failure() + "; "
                            + session.recording().ledger(),
                    e);
        }
    }

    /// What was recorded is what the server gives from the start, in order, each event as it was delivered.
    private void assertWhole(AgentServer direct, Recording recording, RecordingTap tap) throws Exception {
        List<DeliveredEvent> recorded = Sse.of(recording, 1);
        List<DeliveredEvent> again = Replay.of(direct, recording);
        assertThat(Replay.heads(recorded)).as("%s", recording.ledger()).isEqualTo(Replay.heads(again));
        assertThat(recording.gaps()).isZero();
        Set<DeliveredEvent> delivered = new HashSet<>();
        tap.streams().forEach(stream -> delivered.addAll(stream.events()));
        assertThat(delivered).containsAll(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            // JavaScript fills in what a task came to, when it tells the event again.
            boolean remade =
                    real.kind() == ServerKind.JS && recorded.get(i).name().matches("(debug|tasks|checkpoints).*");
            if (!remade) {
                assertThat(recorded.get(i)).isEqualTo(again.get(i));
            }
        }
    }

    /// Wherever something is missing the ledger says so; and all checkpoints that the server kept are there,
    /// streamed or from history.
    private void assertGapsShown(AgentServer direct, Recording recording, RecordingTap tap) throws Exception {
        EventLog log = recording.log();
        List<Long> gaps = recording.ledger().stream()
                .filter(line -> line.kind() == Kind.GAP)
                .map(ConnectionEntry::afterSeq)
                .toList();
        List<Long> holes = new ArrayList<>();
        long last = -1;
        long before = 0;
        for (int i = 0; i < log.size(); i++) {
            long id = Repeated.count(log.id(i));
            if (id > last + 1) {
                holes.add(before);
            }
            if (id >= 0) {
                assertThat(id).as("order of ids").isGreaterThan(last);
                last = id;
                before = log.seq(i);
            }
        }
        assertThat(gaps).as("%s", recording.ledger()).containsAll(holes);
        boolean python = real.kind() == ServerKind.PYTHON;
        List<RecordingTap.Exchange> streams = tap.streams();
        boolean broke = streams.stream()
                .limit(streams.size() - 1)
                .anyMatch(stream -> !stream.events().isEmpty());
        if (python && broke) {
            assertThat(gaps).isNotEmpty();
        }
        assertThat(gaps.size()).as("%s", recording.ledger()).isBetween(holes.size(), python ? 99 : holes.size() + 1);
        if (!gaps.isEmpty()) {
            assertCheckpoints(direct, recording);
        }
    }

    private static void assertCheckpoints(AgentServer direct, Recording recording) throws Exception {
        EventLog log = recording.log();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < log.size(); i++) {
            if (log.kind(i) == EventKind.CHECKPOINT && log.namespace(i).isEmpty()) {
                known.add(log.ref(i));
            }
            assertThat(log.is(i, EventFlag.HISTORY)).isEqualTo(log.name(i).startsWith("history/"));
        }
        List<String> kept = new ArrayList<>();
        for (ThreadState state : direct.history(recording.info().threadId(), 100, null)) {
            kept.add(state.checkpoint().checkpointId());
        }
        assertThat(known).as("%s", recording.ledger()).containsAll(kept);
    }

    @Override
    public String toString() {
        return "seed " + seed + (kept ? "" : ", not resumable") + ", " + graph + " on " + real.kind();
    }
}
