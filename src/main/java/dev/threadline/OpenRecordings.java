package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import dev.threadline.session.StreamImport;
import dev.threadline.ui.captures.CaptureUse;
import dev.threadline.ui.kit.Fx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The recordings that are open in the window and the sessions that write them, each closed in the background when its
/// tab is; the program ends when they are whole on disk. JavaFX thread only, where nothing else is said.
final class OpenRecordings implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Set<Recording> open = ConcurrentHashMap.newKeySet();
    private final List<Session> sessions = new ArrayList<>();
    private final List<Thread> closing = new ArrayList<>();
    private boolean over;

    /// The recording in a file: a capture, or an event stream that becomes one in the folder; blocks.
    static Recording read(Path file, CaptureFolder folder) throws CaptureFailure {
        return StreamImport.fits(file) ? StreamImport.read(file, folder) : Recording.open(file);
    }

    /// Takes a session, to be ended with its recording.
    void add(Session session) {
        sessions.add(session);
    }

    /// Takes a recording that is on screen.
    void opened(Recording recording) {
        open.add(recording);
    }

    /// What this window does with a capture.
    CaptureUse use(Path file) {
        Path path = file.toAbsolutePath();
        boolean live = sessions.stream()
                .anyMatch(each ->
                        each.recording().file().equals(path) && !each.status().ended());
        if (live) {
            return CaptureUse.RECORDING;
        }
        return open.stream().anyMatch(each -> each.file().equals(path)) ? CaptureUse.OPEN : CaptureUse.IDLE;
    }

    /// Closes all files at once, from any thread: the program was told to end.
    void closeNow() {
        open.forEach(Recording::close);
    }

    /// Stops listening and closes the file, then tells.
    void close(Recording recording, Runnable then) {
        Session session = sessions.stream()
                .filter(each -> each.recording() == recording)
                .findFirst()
                .orElse(null);
        sessions.remove(session);
        closing.removeIf(thread -> !thread.isAlive());
        closing.add(Thread.ofVirtual().name("closing " + recording.file()).start(() -> {
            end(session, recording);
            Fx.run(() -> {
                if (!over) {
                    then.run();
                }
            });
        }));
    }

    private void end(@Nullable Session session, Recording recording) {
        if (session != null) {
            session.close();
            try {
                session.ended().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException late) {
                // Its last words are lost; what is recorded is not.
            }
        }
        recording.close();
        open.remove(recording);
    }

    /// Waits until all that is being closed is on disk.
    @Override
    public void close() {
        over = true;
        for (Thread thread : closing) {
            try {
                thread.join(LONGEST);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
