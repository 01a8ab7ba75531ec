package dev.threadline;

import dev.threadline.session.Link;
import dev.threadline.session.Session;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.shell.RunActions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What can be done with a run that this window hears. JavaFX thread only.
///
/// @param again runs the same request on a new thread, or null where this window did not ask for the run
/// @param failed hears why the run can't be cancelled
record SessionActions(
        Session session, Background background, @Nullable Runnable again, Consumer<Exception> failed)
        implements RunActions {
    @Override
    public boolean live() {
        return true;
    }

    @Override
    public Link link() {
        return session.link();
    }

    @Override
    public void reconnectNow() {
        session.reconnectNow();
    }

    @Override
    public boolean canRunAgain() {
        return again != null;
    }

    @Override
    public void runAgain() {
        if (again != null) {
            again.run();
        }
    }

    @Override
    public void cancel() {
        background.start(
                () -> {
                    session.cancel();
                    return true;
                },
                done -> {},
                failed);
    }
}
