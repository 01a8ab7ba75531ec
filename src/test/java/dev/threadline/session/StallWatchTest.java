package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.RunRecord;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.EventStream;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.protocol.StreamOpened;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Streams that say nothing; a silent stream is a fake, for real servers are not silent on demand.
class StallWatchTest {
    @TempDir
    Path folder;

    private final List<Link> links = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    /// Open and silent until it is closed, or until it was asked about so often.
    private static final class Silent implements EventStream {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final long lastByteAt = Clock.now();

        @Override
        public void close() {
            closed.countDown();
        }

        @Override
        public long lastByteAt() {
            return lastByteAt;
        }

        @Override
        public void await() throws InterruptedException {
            closed.await();
        }

        @Override
        public boolean await(Duration longest) throws InterruptedException {
            return closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aQuietStreamSaysThatItsRunGoesOnAndIsCutWhenTheRunHasEnded() throws Exception {
        assertThat(watch(0, "running", "running", "running", "success"))
                .isEqualTo("The run has ended, but its stream stayed open and silent.");
        assertThat(links).anyMatch(link -> link instanceof Link.Quiet quiet && quiet.running());
        assertThat(links).first().isInstanceOf(Link.Streaming.class);
    }

    @Test
    void heartbeatsThatStopAreADeadConnection() throws Exception {
        assertThat(watch(2, "running")).isEqualTo("The server's heartbeats stopped: the connection is dead.");
    }

    @Test
    void aServerThatDoesNotAnswerEither() throws Exception {
        assertThat(watch(0, "")).startsWith("The stream is silent, and the server did not answer");
        assertThat(asked).hasValue(3);
    }

    /// Watches to the end of a silent stream.
    ///
    /// @param statuses the run's status at each probe, the last one for all further ones; empty: no answer
    /// @return why it was cut
    private String watch(int heartbeats, String... statuses) throws Exception {
        try (MockWebServer web = new MockWebServer()) {
            web.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    String status = statuses[Math.min(asked.getAndIncrement(), statuses.length - 1)];
                    return status.isEmpty()
                            ? new MockResponse.Builder().code(503).build()
                            : new MockResponse.Builder()
                                    .body("{\"run_id\":\"r\",\"status\":\"" + status + "\"}")
                                    .build();
                }
            });
            web.start();
            URI address = URI.create("http://127.0.0.1:" + web.getPort());
            try (AgentServer server = new AgentServer(new Deployment("local dev", address, List.of()));
                    Recording recording =
                            Recording.create(folder.resolve("x.threadline"), Graphs.info(address, "odd"))) {
                recording.put(new RunRecord(1, "r", "odd", "{}", Clock.now(), 0, "starting", null));
                Intake intake = new Intake(recording, 1, id -> {}, null);
                intake.opened(new StreamOpened("r", "t", null, 200, List.of()));
                for (int i = 0; i < heartbeats; i++) {
                    intake.comment(": heartbeat", Clock.now());
                }
                new StallWatch(server, intake, Fast.PATIENCE, links::add).untilEnd(new Silent(), "t");
                intake.ended(new StreamEnd.ClosedByUs(null));
                assertThat(recording.ledger().getLast().kind()).isEqualTo(Kind.CUT);
                return String.valueOf(intake.broken());
            }
        }
    }
}
