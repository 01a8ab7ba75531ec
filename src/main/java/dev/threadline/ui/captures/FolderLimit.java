package dev.threadline.ui.captures;

import dev.threadline.capture.CaptureFolder.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// How much room captures take against the room that the user gives them. Pure.
///
/// @param limit bytes, 0 for no limit
/// @param total bytes that they take
/// @param over the oldest ones without which the rest keeps within the limit, the oldest first; none that is in use
public record FolderLimit(long limit, long total, List<Item> over) {
    /// Compares.
    ///
    /// @param inUse whether a capture is on screen or being recorded: such a one stays
    public static FolderLimit of(List<Item> items, long limit, Predicate<Path> inUse) {
        long total = items.stream().mapToLong(Item::size).sum();
        List<Item> over = new ArrayList<>();
        long left = total;
        if (limit > 0) {
            for (Item item :
                    items.stream().sorted(Comparator.comparing(Item::modified)).toList()) {
                boolean held = item.overview() != null && item.overview().held();
                if (left > limit && !held && !inUse.test(item.file())) {
                    over.add(item);
                    left -= item.size();
                }
            }
        }
        return new FolderLimit(limit, total, List.copyOf(over));
    }

    /// Whether they take more than they may.
    public boolean exceeded() {
        return limit > 0 && total > limit;
    }

    /// Bytes that become free when those that are over go.
    public long freed() {
        return over.stream().mapToLong(Item::size).sum();
    }
}
