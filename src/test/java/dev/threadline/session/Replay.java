package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.EventStream;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.protocol.StreamListener;
import dev.threadline.protocol.StreamOpened;
import dev.threadline.protocol.WireEvent;
import dev.threadline.server.DeliveredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The measure for completeness: what a server gives again of a run, from its start.
final class Replay {
    private Replay() {}

    /// Checks ids, names and order; the bytes of a replay may differ.
    static void assertComplete(AgentServer server, Recording recording, List<DeliveredEvent> live) throws Exception {
        assertThat(heads(live)).isEqualTo(heads(of(server, recording)));
    }

    /// Ids and names.
    static List<Map.Entry<String, String>> heads(List<DeliveredEvent> events) {
        return events.stream()
                .map(event -> Map.entry(String.valueOf(event.id()), event.name()))
                .toList();
    }

    /// All events of the recording's first run as the server gives them from the start.
    static List<DeliveredEvent> of(AgentServer server, Recording recording) throws Exception {
        List<DeliveredEvent> again = new ArrayList<>();
        StreamListener hearing = new StreamListener() {
            @Override
            public void opened(StreamOpened opened) {}

            @Override
            public void event(WireEvent event) {
                again.add(new DeliveredEvent(event.id(), event.name(), event.data()));
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
        return again;
    }
}
