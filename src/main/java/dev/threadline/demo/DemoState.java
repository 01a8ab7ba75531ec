package dev.threadline.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bsc.langgraph4j.state.AgentState;

/// The state of a demo graph: plain Java, read with defaults.
final class DemoState extends AgentState {
    DemoState(Map<String, Object> data) {
        super(data);
    }

    String text(String channel, String otherwise) {
        return value(channel).map(String::valueOf).orElse(otherwise);
    }

    int whole(String channel, int otherwise) {
        return value(channel)
                .map(value -> value instanceof Number number ? number.intValue() : otherwise)
                .orElse(otherwise);
    }

    boolean flag(String channel, boolean otherwise) {
        return value(channel)
                .map(value -> value instanceof Boolean bool ? bool : otherwise)
                .orElse(otherwise);
    }

    /// The items of a list that are texts.
    List<String> texts(String channel) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(channel)) {
            if (item instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    List<Object> list(String channel) {
        Object value = value(channel).orElse(null);
        return value instanceof List<?> items ? new ArrayList<>(items) : new ArrayList<>();
    }

    Map<String, Object> map(String channel) {
        return copy(value(channel).orElse(null));
    }

    /// A copy of a map, empty where it is none.
    static Map<String, Object> copy(@org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> copy.put(String.valueOf(key), member));
        }
        return copy;
    }
}
