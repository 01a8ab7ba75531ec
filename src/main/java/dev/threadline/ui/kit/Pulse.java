package dev.threadline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// The one timer of the window: once a frame it lets each visible part look at what background threads appended.
///
/// JavaFX thread only.
public final class Pulse {
    /// Time for the folds of one frame, in nanoseconds.
    public static final long BUDGET = 4_000_000;

    private final List<Beat> beats = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            long deadline = System.nanoTime() + BUDGET;
            for (Beat beat : List.copyOf(beats)) {
                beat.pulse(deadline);
            }
        }
    };

    /// Something that looks once a frame.
    @FunctionalInterface
    public interface Beat {
        /// Takes what is new, until the deadline of `System.nanoTime()` at most.
        void pulse(long deadline);
    }

    /// Takes part from the next frame on.
    public void add(Beat beat) {
        beats.add(beat);
    }

    /// Takes part no longer.
    public void remove(Beat beat) {
        beats.remove(beat);
    }

    /// Starts the timer.
    public void start() {
        timer.start();
    }

    /// Stops the timer.
    public void stop() {
        timer.stop();
    }
}
