package dev.threadline.session;

import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.ServerFailure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The search for a run whose start was not answered: the server may have begun it, and a second start would be
/// a second run.
final class LostStart {
    private LostStart() {}

    /// The run on the thread that this request began, or null where there is none: the newest one with the same
    /// input and command that the recording does not hold.
    static @Nullable RunInfo find(AgentServer server, Recording recording, String threadId, RunRequest request)
            throws ServerFailure {
        for (RunInfo run : server.runs(threadId, 10)) {
            boolean recorded =
                    recording.runs().stream().anyMatch(each -> run.runId().equals(each.runId()));
            if (!recorded && asked(run, request)) {
                return run;
            }
        }
        return null;
    }

    private static boolean asked(RunInfo run, RunRequest request) {
        JsonObject same = ForeignRun.request(run).body();
        JsonObject ours = request.body();
        return Objects.equals(same.get("input"), ours.get("input"))
                && Objects.equals(same.get("command"), ours.get("command"));
    }
}
