package dev.threadline.panel.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import dev.threadline.panel.Recorded;
import dev.threadline.run.Execution;
import dev.threadline.run.Executions;
import dev.threadline.session.Recording;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionReadTest {
    @TempDir
    Path folder;

    @Test
    void readsInputTriggerAndWrites() throws Exception {
        ExecutionRead read = read("supervisor/all-modes-subgraphs", "search");
        assertThat(Json.write(read.input())).contains("\"task\"");
        assertThat(read.triggers()).isEqualTo("branch:to:search");
        assertThat(Json.write(read.wrote())).contains("\"notes\"");
        assertThat(read.error()).isNull();
        assertThat(read.questions()).isEmpty();
    }

    @Test
    void readsWhyItFailed() throws Exception {
        ExecutionRead read = read("errors/node-fails-for-good", "unstable");
        assertThat(read.errorType()).isEqualTo("TransientError");
        assertThat(read.errorMessage()).startsWith("unstable failed");
    }

    @Test
    void readsWhatPythonSays() throws Exception {
        assertThat(read("../python/errors/fatal-not-retried", "unstable").errorType())
                .isEqualTo("FatalError");
        assertThat(Json.write(read("../python/control/cancel-interrupt-1-stream", "plan")
                        .wrote()))
                .contains("queries");
    }

    @Test
    void readsWhatItAsks() throws Exception {
        ExecutionRead read = read("approval-flows/single-1-run", "human_review");
        assertThat(read.questions()).hasSize(1);
        assertThat(Json.write(read.questions().getFirst())).contains("Team snacks");
    }

    private ExecutionRead read(String name, String node) throws Exception {
        try (Recording recording = Recorded.into(folder.resolve(node + ".threadline"), Recorded.DEFAULT_MODES)
                .run(name, "success")
                .open()) {
            Executions executions = new Executions();
            for (int i = 0; i < recording.log().size(); i++) {
                executions.accept(recording.log().facts(i));
            }
            Execution found = executions.all().stream()
                    .filter(e -> e.node().equals(node))
                    .findFirst()
                    .orElseThrow();
            return ExecutionRead.of(ExecutionRead.Source.of(found), recording.payloads());
        }
    }
}
