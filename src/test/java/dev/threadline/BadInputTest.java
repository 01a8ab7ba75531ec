package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.json.Json;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.RunStatus;
import dev.threadline.server.Js;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.shell.RunTab;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the window says when something is wrong: a sentence, nothing lost, and it goes on (issue 1, line 5).
@ExtendWith(RealServers.class)
class BadInputTest extends DeskTest {
    /// Waits for a banner and gives its words, none of which may come from a stack trace.
    private String said(String banner) {
        desk.await("the banner " + banner, () -> !desk.words(banner).isEmpty());
        String words = desk.words(banner);
        assertThat(words).doesNotContain("Exception", "\tat ", "java.").contains(".");
        return words;
    }

    private boolean nothingRecorded() throws Exception {
        return new CaptureFolder(captures).list().isEmpty();
    }

    @Test
    void aPlaceWhereNothingListensAndTextThatIsNoAddress() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        desk.connect(URI.create("http://127.0.0.1:" + free));
        assertThat(said("#connect-failure")).startsWith("Nothing answers at 127.0.0.1:" + free);
        desk.shoot("bad-address");
        desk.type("#address", "http://");
        desk.robot.push(KeyCode.ENTER);
        assertThat(said("#connect-failure")).startsWith("The address is not one of a server");
    }

    @Test
    void aServerOfAnotherKind() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.setDispatcher(new mockwebserver3.Dispatcher() {
                @Override
                public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                    return new MockResponse.Builder()
                            .setHeader("Content-Type", "text/html")
                            .body("<html><body>It works!</body></html>")
                            .build();
                }
            });
            other.start();
            desk.connect(URI.create("http://127.0.0.1:" + other.getPort()));
            assertThat(said("#connect-failure")).contains("not an Agent Server");
            desk.shoot("bad-server");
        }
    }

    @Test
    void noKeyThenAKeyThatMayOnlyRead(@Js(auth = true) RealServer server) throws Exception {
        desk.connect(server.address());
        assertThat(said("#connect-failure")).contains("asks for an API key", "Missing or unknown API key");
        desk.shoot("bad-key");
        desk.type("#api-key", "reader-key");
        desk.robot.clickOn("#connect");
        desk.choose("joke");
        desk.robot.clickOn("#run");
        assertThat(said("#start-failure")).contains("This key may not start runs");
        desk.shoot("bad-permission");
        assertThat(desk.front()).isNull();
        assertThat(nothingRecorded()).isTrue();
    }

    @Test
    void anAssistantThatIsGone(@Js RealServer server) throws Exception {
        String id = make(server, "gone before it ran");
        desk.connect(server.address());
        desk.choose("gone before it ran");
        ask(server, "DELETE", "/assistants/" + id, "");
        desk.robot.clickOn("#run");
        assertThat(said("#start-failure")).contains("local dev", "assistant");
        desk.shoot("bad-assistant");
        assertThat(nothingRecorded()).isTrue();
        desk.choose("joke");
        assertThat(desk.run().run().recording().status()).isEqualTo(RunStatus.SUCCESS);
    }

    private static String make(RealServer server, String name) throws Exception {
        String answer =
                ask(server, "POST", "/assistants", "{\"graph_id\":\"joke\",\"name\":\"" + name + "\",\"metadata\":{}}");
        return ((JsonString) Json.parse(answer).at(JsonPointer.parse("/assistant_id"))).value();
    }

    private static String ask(RealServer server, String method, String path, String body) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return response.body();
        }
    }

    @Test
    void aValueThatTheSchemaForbids(@Js RealServer server) throws Exception {
        desk.connect(server.address());
        desk.choose("firehose");
        fill("/nodes", "501");
        desk.await("the problem", () -> desk.words(".tl-field-foot").contains("500"));
        assertThat(desk.words("#problems")).isEqualTo("1 problem");
        desk.shoot("bad-value");
        OpenRun run = desk.run().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.FAILED);
        assertThat(said("#notices")).contains("The run failed.");
        desk.shoot("bad-run");
    }

    @Test
    void aServerKilledWhileItStreams(@Js RealServer shared) throws Exception {
        try (RealServer server = shared.another()) {
            desk.connect(server.address());
            desk.choose("firehose");
            fill("/events", "5000");
            fill("/delay_ms", "100");
            desk.robot.clickOn("#run");
            desk.await(
                    "events", () -> desk.front() != null && desk.front().run().folded() > 20);
            server.kill();
            RunTab tab = desk.ended();
            assertThat(tab.run().recording().status()).isEqualTo(RunStatus.UNKNOWN);
            assertThat(said("#notices")).contains("was cut", "What arrived until then is kept.");
            int kept = tab.run().log().size();
            assertThat(desk.rows("events")).isNotEmpty();
            desk.shoot("bad-cut");
            Path file = tab.run().recording().file();
            desk.robot.push(KeyCode.SHORTCUT, KeyCode.W);
            desk.await("the tab to close", () -> desk.front() == null);
            openFile(file);
            assertThat(desk.ended().run().log().size()).isEqualTo(kept);
            assertThat(said("#notices")).contains("was cut");
        }
    }

    private void fill(String place, String value) {
        desk.robot.clickOn(desk.field(place)).push(KeyCode.SHORTCUT, KeyCode.A).write(value);
    }

    private void openFile(Path file) {
        desk.on(() -> {
            desk.window().open(file);
            return null;
        });
    }

    @Test
    void aFileThatIsNoCapture() throws Exception {
        Path text = Files.writeString(captures.resolve("letter.txt"), "Dear reader,");
        openFile(text);
        assertThat(said("#open-failure")).contains(text + " is not a Threadline capture.");
        desk.shoot("bad-file");
        openFile(captures.resolve("nothing.threadline"));
        desk.await("the second", () -> desk.words("#open-failure").contains("There is no file"));
    }

    @Test
    void aCaptureCutInHalf(@Js RealServer server) throws Exception {
        desk.connect(server.address());
        desk.choose("supervisor");
        OpenRun whole = desk.run().run();
        int events = whole.log().size();
        Path file = whole.recording().file();
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.W);
        desk.await("the tab to close", () -> desk.front() == null);
        desk.await("the file to be whole", () -> !Files.exists(Path.of(file + "-wal")));
        byte[] bytes = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        Path cut = Files.write(captures.resolve("half.threadline"), half);
        openFile(cut);
        desk.await(
                "what it says",
                () -> desk.words("#notices").contains("is cut")
                        || desk.words("#open-failure").contains("is cut"));
        desk.shoot("bad-half");
        if (desk.front() != null) {
            assertThat(desk.front().run().log().size()).isLessThanOrEqualTo(events);
        }
        assertThat(Files.readAllBytes(cut)).isEqualTo(half);
    }
}
