package dev.threadline.settings;

import dev.threadline.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The settings in use: what they are now, who wants to know of changes, and the file behind them.
///
/// For one thread; the file is written on another one, the last change wins. Unsaved changes are on disk once [#close]
/// returns.
public final class Preferences implements AutoCloseable {
    private static final Words WORDS = Words.of(Preferences.class);
    private static final long LONGEST_SECONDS = 5;

    private final SettingsFile file;
    private final String found;
    private final List<Consumer<Settings>> listeners = new ArrayList<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("settings").factory());
    private Settings now;
    private volatile Settings wanted;
    private volatile Settings written;
    private volatile Consumer<String> trouble = sentence -> {};

    /// The settings of a file as they are on disk; reads it, which blocks.
    public Preferences(SettingsFile file) {
        this.file = file;
        SettingsFile.Found read = file.read();
        found = read.said();
        now = read.settings();
        wanted = now;
        written = now;
    }

    /// The settings now.
    public Settings now() {
        return now;
    }

    /// Where they are kept.
    public SettingsFile file() {
        return file;
    }

    /// A sentence where the file could not be used at the start, else empty.
    public String found() {
        return found;
    }

    /// Hears of every change, and at once of how things are.
    public void subscribe(Consumer<Settings> listener) {
        listeners.add(listener);
        listener.accept(now);
    }

    /// Hears, on the writing thread, a sentence why the file could not be written.
    public void onTrouble(Consumer<String> told) {
        trouble = told;
    }

    /// Changes the settings, tells everybody, and writes them behind.
    public void change(UnaryOperator<Settings> change) {
        Settings next = change.apply(now);
        if (next.equals(now)) {
            return;
        }
        now = next;
        wanted = next;
        List.copyOf(listeners).forEach(listener -> listener.accept(next));
        writer.execute(this::write);
    }

    private void write() {
        Settings last = wanted;
        if (last.equals(written)) {
            return;
        }
        try {
            file.write(last);
            written = last;
        } catch (IOException e) {
            trouble.accept(WORDS.text("preferences.unwritten", file.path(), e));
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
