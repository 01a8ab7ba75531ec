package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.start.RunPlan;

/// A thread made for a run, and the capture of its work. Background.
///
/// @param folder where the capture goes
record NewThread(CaptureFolder folder) {
    /// Starts a run on a new thread; one that the server refuses leaves no capture.
    Session begin(RunPlan plan) throws ServerFailure, CaptureFailure {
        Connection connection = plan.connection();
        String thread = connection.server().createThread().threadId();
        Recording recording = Recording.in(
                folder,
                new CaptureInfo(
                        connection.deployment().name(),
                        connection.deployment().address().toString(),
                        plan.assistant().name(),
                        thread,
                        System.currentTimeMillis() * 1000));
        Session session = Session.start(connection.server(), recording, plan.request(), plan.known());
        if (session.accepted().join()) {
            return session;
        }
        ServerFailure failure = session.failure();
        recording.discard();
        if (failure != null) {
            throw failure;
        }
        throw new IllegalStateException("The run did not begin and nothing says why.");
    }
}
