package dev.threadline.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tree of lanes, made as nodes turn up.
final class Lanes {
    private final List<Lane> roots = new ArrayList<>();
    private final Map<String, Lane> byPath = new HashMap<>();

    List<Lane> roots() {
        return roots;
    }

    Lane lane(String namespace, String node) {
        Lane parent = null;
        for (String name : Namespace.nodes(namespace)) {
            parent = child(parent, name);
        }
        return child(parent, node);
    }

    private Lane child(@Nullable Lane parent, String node) {
        // A slash in a name would make two paths alike.
        String step = node.replace("~", "~0").replace("/", "~1");
        String path = parent == null ? step : parent.path() + "/" + step;
        Lane known = byPath.get(path);
        if (known != null) {
            return known;
        }
        Lane lane = new Lane(path, node, parent);
        byPath.put(path, lane);
        (parent == null ? roots : parent.children).add(lane);
        return lane;
    }
}
