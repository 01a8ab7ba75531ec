package dev.threadline.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Where work goes that may take longer than a pulse: virtual threads, answers on the JavaFX thread.
///
/// An answer that nobody waits for any more is thrown away: cancel the [Job].
public final class Background implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Work that can be given up.
    public interface Job {
        /// Gives the work up: neither answer nor failure is delivered after this returns. JavaFX thread.
        void cancel();
    }

    /// Starts work; exactly one of answer and failure is called later on the JavaFX thread, unless cancelled.
    public <T> Job start(Callable<T> work, Consumer<T> answer, Consumer<Exception> failure) {
        boolean[] cancelled = {false};
        var future = threads.submit(() -> {
            try {
                T made = work.call();
                Fx.run(() -> {
                    if (!cancelled[0]) {
                        answer.accept(made);
                    }
                });
            } catch (Exception e) {
                Fx.run(() -> {
                    if (!cancelled[0]) {
                        failure.accept(e);
                    }
                });
            } catch (Error e) {
                // Nobody reads the future: without this it would be lost.
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        });
        return () -> {
            cancelled[0] = true;
            future.cancel(true);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
