package dev.threadline.ui.menu;

import dev.threadline.protocol.Header;
import dev.threadline.ui.kit.Fx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where faults of Threadline's own go, from any thread: into one sheet at a time, and in words to standard error.
///
/// While the sheet is open, more faults are counted; one that was closed does not open it again.
public final class Faults implements Thread.UncaughtExceptionHandler {
    private final Sheets layer;
    private final Supplier<List<Header>> headers;
    private final Set<String> closed = new HashSet<>();
    private Thread.@Nullable UncaughtExceptionHandler before;
    private int times;

    /// Faults shown on a layer.
    ///
    /// @param headers those of the deployments of this session, asked for on the JavaFX thread
    public Faults(Sheets layer, Supplier<List<Header>> headers) {
        this.layer = layer;
        this.headers = headers;
    }

    /// Hears of every uncaught exception from now on.
    public void listen() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /// Hears of none any more.
    public void leave() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        String name = thread.getName();
        Fx.run(() -> show(fault, name));
    }

    private void show(Throwable fault, String thread) {
        if (layer.shown() instanceof FaultSheet open) {
            open.happened(++times);
            return;
        }
        String place = FaultReport.place(fault);
        if (closed.contains(place)) {
            return;
        }
        FaultReport report =
                FaultReport.of(fault, thread, headers.get(), System.getenv(), System.getProperty("user.home", ""));
        System.err.println(report.text());
        times = 1;
        layer.show(new FaultSheet(report));
        closed.add(place);
    }
}
