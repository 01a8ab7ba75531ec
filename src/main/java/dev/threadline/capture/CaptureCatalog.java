package dev.threadline.capture;

import dev.threadline.capture.CaptureFolder.Item;
import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The captures of a folder and what is in each of them; what was seen once is looked into again only when its file has
/// changed.
///
/// Any thread, one list at a time.
public final class CaptureCatalog {
    private static final Words WORDS = Words.of(CaptureCatalog.class);
    private static final int FIRST = 24;
    private static final long OFTEN_NANOS = 250_000_000L;

    private final CaptureFolder folder;
    private final Map<Path, Seen> seen = new HashMap<>();

    /// What tells that a file has changed.
    private record Stamp(long size, long logSize, Instant modified) {
        private static final Stamp NONE = new Stamp(0, 0, Instant.EPOCH);
    }

    private record Seen(Stamp stamp, Item item) {}

    /// The captures of a folder.
    public CaptureCatalog(CaptureFolder folder) {
        this.folder = folder;
    }

    /// The folder.
    public CaptureFolder folder() {
        return folder;
    }

    /// The captures, the last written first; blocks about a millisecond for each one that is new or has changed, and
    /// ends early, with what it has, when its thread is interrupted.
    ///
    /// @param partly given the list while it gets whole: soon with the newest ones looked into, then some times a
    ///     second; captures that were not looked into yet have neither overview nor failure
    /// @throws CaptureFailure where the folder can't be read; a missing folder is an empty list
    public synchronized List<Item> list(Consumer<List<Item>> partly) throws CaptureFailure {
        List<Item> items = new ArrayList<>();
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path file : folder.named("*")) {
            Stamp stamp = stamp(file);
            stamps.put(file, stamp);
            Seen before = seen.get(file);
            items.add(
                    before != null && before.stamp().equals(stamp)
                            ? before.item()
                            : new Item(file, null, stamp.size() + stamp.logSize(), stamp.modified(), null));
        }
        seen.keySet().retainAll(stamps.keySet());
        items.sort(Comparator.comparing(Item::modified).reversed());
        long told = System.nanoTime();
        boolean first = true;
        for (int i = 0; i < items.size() && !Thread.currentThread().isInterrupted(); i++) {
            Item item = items.get(i);
            if (item.overview() == null && item.failure() == null) {
                Item read = read(item);
                items.set(i, read);
                seen.put(item.file(), new Seen(stamps.getOrDefault(item.file(), Stamp.NONE), read));
            }
            boolean due = first ? i == FIRST : System.nanoTime() - told > OFTEN_NANOS;
            if (due) {
                first = false;
                told = System.nanoTime();
                partly.accept(List.copyOf(items));
            }
        }
        return List.copyOf(items);
    }

    private static Stamp stamp(Path file) {
        BasicFileAttributes main = attributes(file);
        BasicFileAttributes log = attributes(file.resolveSibling(file.getFileName() + "-wal"));
        Instant modified =
                main == null ? Instant.EPOCH : main.lastModifiedTime().toInstant();
        Instant logged = log == null ? modified : log.lastModifiedTime().toInstant();
        return new Stamp(
                main == null ? 0 : main.size(),
                log == null ? 0 : log.size(),
                logged.isAfter(modified) ? logged : modified);
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            // What is wrong with it is said when it is opened.
            return null;
        }
    }

    private static Item read(Item item) {
        try {
            CaptureOverview overview = OverviewReader.read(item.file());
            return new Item(item.file(), overview, item.size(), item.modified(), null);
        } catch (CaptureFailure e) {
            return new Item(item.file(), null, item.size(), item.modified(), e);
        } catch (RuntimeException e) {
            // A file that the driver chokes on must not hide the others.
            CaptureFailure failure = new CaptureFailure.NotRead(WORDS.text("file.unreadable", item.file(), e), e);
            return new Item(item.file(), null, item.size(), item.modified(), failure);
        }
    }
}
