package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.start.RunPlan;
import java.util.Map;

/// A thread made for a run, or that of a run which goes on, and the capture of its work. Background.
///
/// @param folder where the capture goes
record NewThread(CaptureFolder folder) {
    /// Starts a run on a new thread; one that the server refuses leaves no capture.
    Session begin(RunPlan plan) throws ServerFailure, CaptureFailure {
        Connection connection = plan.connection();
        String thread = connection.server().createThread().threadId();
        Recording recording = recording(connection, plan.assistant().name(), thread);
        return accepted(Session.start(connection.server(), recording, plan.request(), plan.known()));
    }

    /// Hears a run that was started elsewhere; one that the server refuses leaves no capture.
    Session join(Connection connection, RunInfo run) throws ServerFailure, CaptureFailure {
        String assistant = connection.assistants().stream()
                .filter(each -> each.id().equals(run.assistantId()))
                .findFirst()
                .map(Assistant::name)
                .orElse(run.assistantId());
        Recording recording = recording(connection, assistant, run.threadId());
        return accepted(Session.join(connection.server(), recording, run, Map.of()));
    }

    private Recording recording(Connection connection, String assistant, String thread) throws CaptureFailure {
        return Recording.in(
                folder,
                new CaptureInfo(
                        connection.deployment().name(),
                        connection.deployment().address().toString(),
                        assistant,
                        thread,
                        System.currentTimeMillis() * 1000));
    }

    private static Session accepted(Session session) throws ServerFailure, CaptureFailure {
        if (session.accepted().join()) {
            return session;
        }
        ServerFailure failure = session.failure();
        if (session.recording().runs().size() == 1) {
            session.recording().discard();
        } else {
            session.recording().close();
        }
        if (failure != null) {
            throw failure;
        }
        throw new IllegalStateException("The run did not begin and nothing says why.");
    }
}
