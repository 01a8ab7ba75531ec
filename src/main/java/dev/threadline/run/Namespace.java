package dev.threadline.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes namespaces apart: segments `node:task` joined by `|` (protocol, section 5.3).
///
/// A segment of digits alone counts the subgraph calls of one task and names no node of its own.
final class Namespace {
    private Namespace() {}

    /// The namespace in an event's name: all after the first `|`.
    static String ofName(String name) {
        int bar = name.indexOf('|');
        return bar < 0 ? "" : name.substring(bar + 1);
    }

    /// All but the last segment.
    static String parent(String namespace) {
        int bar = namespace.lastIndexOf('|');
        return bar < 0 ? "" : namespace.substring(0, bar);
    }

    /// The last segment, or the whole where there is but one.
    static String last(String namespace) {
        return namespace.substring(namespace.lastIndexOf('|') + 1);
    }

    /// The node of a segment: what stands before its first colon.
    static String node(String segment) {
        int colon = segment.indexOf(':');
        return colon < 0 ? segment : segment.substring(0, colon);
    }

    /// The task of a segment, or null where it names none.
    static @Nullable String task(String segment) {
        int colon = segment.indexOf(':');
        return colon < 0 ? null : segment.substring(colon + 1);
    }

    /// The namespace up to and with its last segment that names a node.
    static String withoutCounts(String namespace) {
        String rest = namespace;
        while (!rest.isEmpty() && isCount(last(rest))) {
            rest = parent(rest);
        }
        return rest;
    }

    /// The names of the nodes from the root down.
    static List<String> nodes(String namespace) {
        List<String> nodes = new ArrayList<>();
        if (!namespace.isEmpty()) {
            for (String segment : namespace.split("\\|", -1)) {
                if (!isCount(segment)) {
                    nodes.add(node(segment));
                }
            }
        }
        return nodes;
    }

    private static boolean isCount(String segment) {
        return !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
