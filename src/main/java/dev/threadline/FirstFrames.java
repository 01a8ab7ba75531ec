package dev.threadline;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// The first frames of a start: says on standard output when the first one is out, and ends the program after some.
///
/// The start-up bench and the training of the start-up cache ask for it by the property `threadline.frames`, the
/// number of frames to live. JavaFX thread only.
final class FirstFrames extends AnimationTimer {
    private final int last;
    private final Runnable end;
    private final Consumer<String> out;
    private int seen;

    private FirstFrames(int last, Runnable end, Consumer<String> out) {
        this.last = last;
        this.end = end;
        this.out = out;
    }

    /// Counts the frames from now on, where the property asks for it.
    static void count(Runnable end) {
        @Nullable Integer frames = Integer.getInteger("threadline.frames");
        if (frames != null) {
            new FirstFrames(frames, end, System.out::println).start();
        }
    }

    @Override
    public void handle(long now) {
        seen++;
        // What the first pulse laid out and drew is on screen when the second begins.
        if (seen == 2) {
            out.accept("first frame");
        }
        if (seen == last) {
            stop();
            end.run();
        }
    }
}
