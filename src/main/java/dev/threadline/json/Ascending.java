package dev.threadline.json;

import java.util.Arrays;

/// Finds a longest ascending run in a row of numbers.
final class Ascending {
    private Ascending() {}

    /// Marks the positions of one longest ascending sequence; negative numbers never belong to it. O(n log n).
    static boolean[] longest(int[] numbers) {
        int[] tails = new int[numbers.length];
        int[] previous = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0) {
                continue;
            }
            int at = place(numbers, tails, length, numbers[i]);
            previous[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            length = Math.max(length, at + 1);
        }
        boolean[] kept = new boolean[numbers.length];
        Arrays.fill(kept, false);
        int at = length == 0 ? -1 : tails[length - 1];
        while (at >= 0) {
            kept[at] = true;
            at = previous[at];
        }
        return kept;
    }

    private static int place(int[] numbers, int[] tails, int length, int number) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[tails[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
