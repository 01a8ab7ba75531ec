package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventKind;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.EventStream;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.protocol.StreamListener;
import dev.threadline.protocol.StreamOpened;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.RunStatus;
import dev.threadline.server.DeliveredEvent;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.server.RecordingTap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Every graph with every mode: what is exported is what was delivered, and what a later join brings again.
@ExtendWith(RealServers.class)
class EveryGraphTest {
    @TempDir
    Path folder;

    @Test
    void ofTheJavaScriptServer(@Js RealServer real) throws Exception {
        for (String graph : Graphs.JS.keySet()) {
            record(real, graph, Graphs.everyMode(graph, true));
        }
    }

    @Test
    void ofThePythonServer(@Python RealServer real) throws Exception {
        for (String graph : Graphs.BOTH) {
            record(real, graph, Graphs.everyMode(graph, false));
        }
    }

    private void record(RealServer real, String graph, RunRequest request) throws Exception {
        Path file = folder.resolve(real.kind() + "-" + graph + ".threadline");
        List<DeliveredEvent> live;
        try (RecordingTap tap = new RecordingTap(real.address());
                AgentServer server = new AgentServer(new Deployment("local dev", tap.address(), List.of()));
                Recording recording = Recording.create(file, Graphs.info(real.address(), graph))) {
            Session session = Session.start(server, recording, request);
            RunStatus status = session.ended().get(2, TimeUnit.MINUTES);
            assertThat(status)
                    .as("%s: %s", graph, recording.run(1).error())
                    .isEqualTo(graph.equals("approval") ? RunStatus.WAITING : RunStatus.SUCCESS);
            assertThat(tap.streams()).as(graph).hasSize(1);
            live = Sse.of(recording, 1);
            assertThat(live).as(graph).isEqualTo(tap.streams().getFirst().events());
            assertThat(recording.gaps()).isZero();
            for (String name : List.of("info", "assistant", "schemas", "graph", "state", "run")) {
                assertThat(recording.answer(name)).as("%s of %s", name, graph).isNotNull();
            }
            assertComplete(server, recording, live);
            assertKnown(recording, graph);
        }
        try (Recording again = Recording.open(file)) {
            assertThat(Sse.of(again, 1)).as(graph).isEqualTo(live);
            assertThat(again.status().ended()).isTrue();
        }
    }

    private static void assertComplete(AgentServer server, Recording recording, List<DeliveredEvent> live)
            throws Exception {
        List<Map.Entry<String, String>> again = new ArrayList<>();
        StreamListener hearing = new StreamListener() {
            @Override
            public void opened(StreamOpened opened) {}

            @Override
            public void event(WireEvent event) {
                again.add(Map.entry(String.valueOf(event.id()), event.name()));
            }

            @Override
            public void comment(String text, long at) {}

            @Override
            public void ended(StreamEnd end) {}
        };
        String thread = recording.info().threadId();
        try (EventStream stream = server.join(thread, recording.run(1).runId(), "-1", hearing)) {
            stream.await();
        }
        assertThat(live.stream()
                        .map(event -> Map.entry(String.valueOf(event.id()), event.name()))
                        .toList())
                .isEqualTo(again);
    }

    private static void assertKnown(Recording recording, String graph) {
        for (int i = 0; i < recording.log().size(); i++) {
            assertThat(recording.log().kind(i))
                    .as("event %d of %s", i, graph)
                    .isNotIn(EventKind.UNKNOWN, EventKind.MALFORMED);
        }
    }
}
