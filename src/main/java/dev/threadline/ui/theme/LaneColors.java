package dev.threadline.ui.theme;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Which of the nine lane colours a node has, the same in every panel of a run (look, section 5).
///
/// A node's slot is a stable hash of its name; a taken slot moves to the next free one, in the order in which nodes are
/// first asked for. JavaFX thread only.
public final class LaneColors {
    /// How many hues there are.
    public static final int HUES = 9;

    private final Map<String, Integer> slots = new HashMap<>();
    private final BitSet taken = new BitSet(HUES);

    /// The slot of a node, from 0 to 8.
    public int of(String node) {
        Integer known = slots.get(node);
        if (known != null) {
            return known;
        }
        int slot = Math.floorMod(stableHash(node), HUES);
        if (taken.cardinality() < HUES) {
            while (taken.get(slot)) {
                slot = (slot + 1) % HUES;
            }
        }
        taken.set(slot);
        slots.put(node, slot);
        return slot;
    }

    private static int stableHash(String text) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }
}
