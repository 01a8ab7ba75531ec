package dev.threadline.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import dev.threadline.server.DeliveredEvent;
import dev.threadline.server.Fault;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.server.RecordingTap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Streams of real servers, through a tap that saw every byte.
@ExtendWith(RealServers.class)
class EventStreamTest {
    private static final String SECRET = "value-of-a-custom-header";

    private static RunRequest run(String assistant, String input, String context) throws Exception {
        return RunRequest.of(assistant)
                .input(Json.parse(input))
                .context(Json.parse(context))
                .build();
    }

    private static AgentServer through(RecordingTap tap, Header... headers) {
        return new AgentServer(new Deployment("local dev", tap.address(), List.of(headers)));
    }

    @Test
    void whatJavaScriptDeliversIsHeard(@Js RealServer real) throws Exception {
        heardAndJoined(real, "research");
    }

    @Test
    void whatPythonDeliversIsHeard(@Python RealServer real) throws Exception {
        heardAndJoined(real, "research");
    }

    private static void heardAndJoined(RealServer real, String assistant) throws Exception {
        try (RecordingTap tap = new RecordingTap(real.address());
                AgentServer server = through(tap)) {
            String thread = server.createThread().threadId();
            Hearing live = new Hearing();
            try (EventStream stream = server.stream(thread, run(assistant, "{}", "{}"), live)) {
                stream.await();
            }
            assertThat(live.end()).isEqualTo(new StreamEnd.Completed(null));
            assertThat(live.opened().threadId()).isEqualTo(thread);
            assertThat(server.run(thread, live.opened().runId()).status()).isEqualTo("success");
            assertThat(live.delivered()).isEqualTo(tap.streams().getFirst().events());
            Hearing again = new Hearing();
            try (EventStream stream = server.join(thread, live.opened().runId(), "-1", again)) {
                stream.await();
            }
            assertThat(names(again)).isEqualTo(names(live));
        }
    }

    private static List<String> names(Hearing hearing) {
        return hearing.delivered().stream()
                .map(event -> event.id() + " " + event.name())
                .toList();
    }

    @Test
    void aStatelessRunOfJavaScriptHasNoIds(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            Hearing hearing = new Hearing();
            server.stream(null, run("joke", "{}", "{\"token_delay_ms\":0}"), hearing)
                    .await();
            assertThat(hearing.opened().threadId()).isNull();
            assertThat(hearing.opened().runId()).isNotNull();
            assertThat(hearing.delivered()).extracting(DeliveredEvent::id).containsOnlyNulls();
            assertThat(hearing.delivered()).hasSizeGreaterThan(10);
        }
    }

    @Test
    void aCutStreamGoesOnFromItsLastId(@Js RealServer real) throws Exception {
        try (RecordingTap tap = new RecordingTap(real.address());
                AgentServer server = through(tap)) {
            String thread = server.createThread().threadId();
            tap.cutNextAfterEvents(5);
            Hearing first = new Hearing();
            server.stream(thread, run("joke", "{}", "{\"token_delay_ms\":20}"), first)
                    .await();
            assertThat(first.end()).isInstanceOf(StreamEnd.Cut.class);
            assertThat(first.delivered()).hasSize(5);
            Hearing rest = new Hearing();
            server.join(
                            thread,
                            first.opened().runId(),
                            first.delivered().getLast().id(),
                            rest)
                    .await();
            Hearing all = new Hearing();
            server.join(thread, first.opened().runId(), "-1", all).await();
            List<String> joined = new java.util.ArrayList<>(names(first));
            joined.addAll(names(rest));
            assertThat(joined).isEqualTo(names(all));
        }
    }

    @Test
    void aCutInsideAnEventLeavesItsTail(@Js RealServer real) throws Exception {
        try (RecordingTap tap = new RecordingTap(real.address());
                AgentServer server = through(tap)) {
            tap.cutNextAfterBytes(40);
            Hearing hearing = new Hearing();
            server.stream(null, run("joke", "{}", "{}"), hearing).await();
            assertThat(hearing.delivered()).isEmpty();
            String delivered =
                    new String(tap.streams().getFirst().delivered(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(hearing.end())
                    .isInstanceOfSatisfying(
                            StreamEnd.Cut.class,
                            cut -> assertThat(cut.cutTail()).isEqualTo(delivered));
            assertThat(delivered).hasSize(40);
        }
    }

    @Test
    void aServerKilledInMidStreamIsACut(@Js RealServer real) throws Exception {
        try (RealServer mine = real.another();
                AgentServer server = new AgentServer(mine.deployment())) {
            Hearing hearing = new Hearing();
            EventStream stream = server.stream(null, run("joke", "{}", "{\"token_delay_ms\":2000}"), hearing);
            hearing.first();
            mine.kill();
            stream.await();
            assertThat(hearing.end()).isInstanceOfSatisfying(StreamEnd.Cut.class, cut -> {
                assertThat(cut.failure().sentence()).isEqualTo("The connection to local dev was cut.");
            });
        }
    }

    @Test
    void closingIsToldAsOurs(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            Hearing hearing = new Hearing();
            EventStream stream = server.stream(null, run("joke", "{}", "{\"token_delay_ms\":2000}"), hearing);
            hearing.first();
            stream.close();
            stream.await();
            assertThat(hearing.end()).isInstanceOf(StreamEnd.ClosedByUs.class);
        }
    }

    @Test
    void aStreamWhoseRequestHadToBeSentTwiceCanBeClosed(@Js RealServer real) throws Exception {
        try (RecordingTap tap = new RecordingTap(real.address());
                AgentServer server = through(tap)) {
            String thread = server.createThread().threadId();
            String run = server.createRun(thread, run("joke", "{}", "{\"token_delay_ms\":2000}"))
                    .runId();
            tap.next(new Fault(Fault.Kind.NO_HEADERS, 0));
            Hearing hearing = new Hearing();
            EventStream stream = server.join(thread, run, "-1", hearing);
            hearing.first();
            stream.close();
            stream.await();
            assertThat(tap.streams()).hasSize(2);
            assertThat(hearing.end()).isInstanceOf(StreamEnd.ClosedByUs.class);
            server.cancel(thread, run, "interrupt", true);
        }
    }

    @Test
    void aSecretHeaderThatComesBackIsMasked(@Js RealServer real) throws Exception {
        try (RecordingTap tap = new RecordingTap(real.address());
                AgentServer server = through(tap, new Header("x-tenant", SECRET, true))) {
            String thread = server.createThread().threadId();
            Hearing hearing = new Hearing();
            server.stream(thread, run("joke", "{}", "{\"token_delay_ms\":0}"), hearing)
                    .await();
            byte[] delivered = tap.streams().getFirst().delivered();
            assertThat(new String(delivered, java.nio.charset.StandardCharsets.UTF_8))
                    .contains(SECRET);
            assertThat(hearing.events()).anyMatch(WireEvent::masked);
            assertThat(hearing.events()).noneMatch(event -> event.data().contains(SECRET));
            RunInfo run = server.run(thread, hearing.opened().runId());
            assertThat(Json.write(run.json())).contains("••••").doesNotContain(SECRET);
        }
    }

    @Test
    void moreStreamsRunAtOnceThanADispatcherAllows(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            RunRequest slow = run("joke", "{}", "{\"token_delay_ms\":2000}");
            List<Hearing> hearings = new java.util.ArrayList<>();
            List<EventStream> streams = new java.util.ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Hearing hearing = new Hearing();
                hearings.add(hearing);
                streams.add(server.stream(null, slow, hearing));
            }
            for (Hearing hearing : hearings) {
                assertThat(hearing.first().name()).isEqualTo("metadata");
            }
            streams.forEach(EventStream::close);
        }
    }
}
