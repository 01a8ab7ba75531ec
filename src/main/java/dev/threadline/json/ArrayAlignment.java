package dev.threadline.json;

import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which item of one array became which of another.
///
/// Items are alike when they have the same identity key, or else the same content. Alike items in the same order are
/// found by a table where the arrays are small, else by those that stand once on each side; what is alike but out of
/// order has moved; what is left between two fixed points is paired in order where the types agree.
final class ArrayAlignment {
    private static final List<String> IDENTITY = List.of("id", "key", "uuid", "task_id", "tool_call_id", "name");
    private static final long TABLE_CELLS = 1L << 20;

    /// For each item after, the index of the item before, or -1.
    final int[] source;
    /// For each item after, whether it overtook others.
    final boolean[] moved;

    private final JsonHashes hashes;
    private final List<JsonValue> before;
    private final List<JsonValue> after;
    private final long[] left;
    private final long[] right;
    private final boolean[] taken;

    ArrayAlignment(JsonArray before, JsonArray after, JsonHashes hashes) {
        this.before = before.items();
        this.after = after.items();
        this.hashes = hashes;
        this.source = new int[this.after.size()];
        Arrays.fill(source, -1);
        this.moved = new boolean[this.after.size()];
        this.taken = new boolean[this.before.size()];
        String key = identity();
        this.left = marks(this.before, key);
        this.right = marks(this.after, key);
        int head = 0;
        int ends = Math.min(left.length, right.length);
        while (head < ends && left[head] == right[head]) {
            take(head, head);
            head++;
        }
        int tail = 0;
        while (tail < ends - head && left[left.length - 1 - tail] == right[right.length - 1 - tail]) {
            tail++;
            take(left.length - tail, right.length - tail);
        }
        align(head, left.length - tail, head, right.length - tail, true);
        findMoves();
        pairRest();
    }

    private void take(int from, int to) {
        source[to] = from;
        taken[from] = true;
    }

    private void align(int from, int fromEnd, int to, int toEnd, boolean anchors) {
        long cells = (long) (fromEnd - from) * (toEnd - to);
        if (cells == 0) {
            return;
        }
        if (cells <= TABLE_CELLS) {
            table(from, fromEnd, to, toEnd);
        } else if (anchors) {
            byAnchors(from, fromEnd, to, toEnd);
        }
    }

    /// The longest common sequence by a table; only for small ranges.
    private void table(int from, int fromEnd, int to, int toEnd) {
        int rows = fromEnd - from;
        int columns = toEnd - to;
        int[][] best = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                best[i][j] = left[from + i] == right[to + j]
                        ? best[i + 1][j + 1] + 1
                        : Math.max(best[i + 1][j], best[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (left[from + i] == right[to + j]) {
                take(from + i++, to + j++);
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /// Fixes what stands once on each side and in order, then aligns between; equal items are told apart by counting.
    private void byAnchors(int from, int fromEnd, int to, int toEnd) {
        Map<Long, Integer> once = onlyOnce(left, from, fromEnd);
        Map<Long, Integer> onceAfter = onlyOnce(right, to, toEnd);
        int[] candidates = new int[toEnd - to];
        Arrays.fill(candidates, -1);
        for (int j = to; j < toEnd; j++) {
            Integer i = onceAfter.containsKey(right[j]) ? once.get(right[j]) : null;
            candidates[j - to] = i == null ? -1 : i;
        }
        boolean[] kept = Ascending.longest(candidates);
        int lastFrom = from;
        int lastTo = to;
        for (int j = to; j < toEnd; j++) {
            if (kept[j - to]) {
                int i = candidates[j - to];
                align(lastFrom, i, lastTo, j, false);
                take(i, j);
                lastFrom = i + 1;
                lastTo = j + 1;
            }
        }
        align(lastFrom, fromEnd, lastTo, toEnd, false);
    }

    private static Map<Long, Integer> onlyOnce(long[] marks, int from, int end) {
        Map<Long, Integer> found = new HashMap<>();
        Set<Long> twice = new HashSet<>();
        for (int i = from; i < end; i++) {
            if (found.putIfAbsent(marks[i], i) != null) {
                twice.add(marks[i]);
            }
        }
        found.keySet().removeAll(twice);
        return found;
    }

    /// Items alike that stand once in what is left of each side, in whatever order: those have moved.
    private void findMoves() {
        Map<Long, Integer> free = new HashMap<>();
        Set<Long> twice = new HashSet<>();
        for (int i = 0; i < left.length; i++) {
            if (!taken[i] && free.putIfAbsent(left[i], i) != null) {
                twice.add(left[i]);
            }
        }
        Set<Long> used = new HashSet<>();
        for (int j = 0; j < right.length; j++) {
            Integer i = source[j] < 0 && !twice.contains(right[j]) ? free.get(right[j]) : null;
            if (i != null && used.add(right[j])) {
                take(i, j);
                moved[j] = true;
            }
        }
    }

    /// Pairs what is left between two items that did not move, in order, where the types agree.
    private void pairRest() {
        int i = 0;
        int gapEnd = nextFixed(0);
        for (int j = 0; j < right.length; j++) {
            if (source[j] >= 0) {
                if (!moved[j]) {
                    i = source[j] + 1;
                    gapEnd = nextFixed(j + 1);
                }
                continue;
            }
            while (i < gapEnd && taken[i]) {
                i++;
            }
            if (i < gapEnd && sameType(before.get(i), after.get(j))) {
                take(i++, j);
            }
        }
    }

    private int nextFixed(int to) {
        for (int j = to; j < right.length; j++) {
            if (source[j] >= 0 && !moved[j]) {
                return source[j];
            }
        }
        return left.length;
    }

    private static boolean sameType(JsonValue a, JsonValue b) {
        return a.getClass() == b.getClass();
    }

    /// The first key under which every item on both sides is an object with a scalar that stands once, or null.
    private @Nullable String identity() {
        for (String key : IDENTITY) {
            if (identifies(key, before) && identifies(key, after)) {
                return key;
            }
        }
        return null;
    }

    private static boolean identifies(String key, List<JsonValue> items) {
        Set<JsonValue> seen = new HashSet<>();
        for (JsonValue item : items) {
            JsonValue id = item instanceof JsonObject object ? object.get(key) : null;
            boolean scalar = switch (id) {
                case JsonString string -> true;
                case JsonNumber number -> true;
                case JsonObject object -> false;
                case JsonArray array -> false;
                case JsonBoolean bool -> false;
                case JsonNull nothing -> false;
                case null -> false;
            };
            if (!scalar || !seen.add(id)) {
                return false;
            }
        }
        return true;
    }

    private long[] marks(List<JsonValue> items, @Nullable String key) {
        long[] marks = new long[items.size()];
        for (int i = 0; i < marks.length; i++) {
            JsonValue item = items.get(i);
            JsonValue id = key != null && item instanceof JsonObject object ? object.get(key) : null;
            marks[i] = hashes.of(id == null ? item : id);
        }
        return marks;
    }
}
