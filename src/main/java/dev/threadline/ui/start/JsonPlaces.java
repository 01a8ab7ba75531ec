package dev.threadline.ui.start;

import dev.threadline.form.Problem;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds where values stand in JSON text; any thread.
final class JsonPlaces {
    private final String text;
    private final Set<JsonPointer> wanted = new HashSet<>();
    private final Map<JsonPointer, int[]> found = new HashMap<>();
    private final Deque<int[]> open = new ArrayDeque<>();
    private final List<String> path = new ArrayList<>();
    private boolean key;

    private JsonPlaces(String text) {
        this.text = text;
    }

    /// A mark for each problem, at its value or, where that is missing, at the value around it.
    static List<JsonEditor.Mark> marks(String text, List<Problem> problems) {
        JsonPlaces places = new JsonPlaces(text);
        for (Problem problem : problems) {
            List<String> tokens = problem.place().tokens();
            for (int size = 0; size <= tokens.size(); size++) {
                places.wanted.add(new JsonPointer(tokens.subList(0, size)));
            }
        }
        places.scan();
        return problems.stream().map(places::mark).toList();
    }

    private JsonEditor.Mark mark(Problem problem) {
        List<String> tokens = problem.place().tokens();
        for (int size = tokens.size(); size >= 0; size--) {
            int[] span = found.get(new JsonPointer(tokens.subList(0, size)));
            if (span != null) {
                boolean own = size == tokens.size();
                int end = own && span[1] > span[0] ? span[1] : span[0];
                String name = own ? "" : tokens.getLast() + " ";
                return new JsonEditor.Mark(span[0], end, name + problem.mark());
            }
        }
        return new JsonEditor.Mark(0, 0, problem.mark());
    }

    /// Goes through the text once; `open` holds for each bracket whether it is an array, and the index within it.
    private void scan() {
        int i = 0;
        while (i < text.length()) {
            i = step(text.charAt(i), i);
        }
    }

    private int step(char c, int i) {
        switch (c) {
            case '{', '[' -> {
                value(i, i + 1);
                open.push(new int[] {c == '[' ? 1 : 0, 0});
                path.add("0");
                key = c == '{';
            }
            case '}', ']' -> {
                if (!open.isEmpty()) {
                    open.pop();
                    path.removeLast();
                }
                key = false;
            }
            case ',' -> next();
            case '"' -> {
                int end = JsonTokens.stringEnd(text, i);
                text(i, end);
                return end;
            }
            case ':', ' ', '\n', '\r', '\t' -> {}
            default -> {
                int end = i;
                while (end < text.length() && ",]} \n\r\t".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                value(i, end);
                return end;
            }
        }
        return i + 1;
    }

    private void next() {
        int[] here = open.peek();
        if (here != null && here[0] == 1) {
            path.set(path.size() - 1, Integer.toString(++here[1]));
        }
        key = here != null && here[0] == 0;
    }

    private void text(int from, int to) {
        if (!key) {
            value(from, to);
            return;
        }
        key = false;
        try {
            if (Json.parse(text.substring(from, to)) instanceof JsonString(String name)) {
                path.set(path.size() - 1, name);
            }
        } catch (JsonFailure e) {
            path.set(path.size() - 1, text.substring(from, to));
        }
    }

    private void value(int from, int to) {
        JsonPointer here = new JsonPointer(path);
        if (wanted.contains(here)) {
            found.put(here, new int[] {from, to});
        }
    }
}
