package dev.threadline.form;

import dev.threadline.form.SchemaCheck.Found;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Boils the answers of all branches of an `anyOf` or `oneOf` down to those that help.
///
/// A validator reports what every branch holds against a value. Branches for another type say nothing useful; if one
/// branch is left, its answers count, else one problem says that no kind fits.
final class Alternatives {
    private Alternatives() {}

    /// The problems to show.
    static List<Problem> settle(List<Found> found, JsonValue whole) {
        Map<List<String>, List<Found>> groups = new LinkedHashMap<>();
        List<Problem> out = new ArrayList<>();
        for (Found each : found) {
            int fork = fork(each.path());
            if (fork < 0) {
                out.add(each.problem());
            } else {
                List<String> key = new ArrayList<>(each.path().subList(0, fork + 1));
                key.add(here(each, fork));
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
            }
        }
        groups.forEach((key, group) -> out.addAll(group(key.size() - 2, group, whole)));
        return out;
    }

    private static String here(Found found, int fork) {
        return forkPlace(found, fork).toString();
    }

    /// The place of the value that the alternatives at this point of the path judge.
    private static JsonPointer forkPlace(Found found, int fork) {
        List<String> path = found.path();
        int depth = 0;
        for (int i = 0; i < fork; i++) {
            switch (path.get(i)) {
                case "properties", "items", "prefixItems", "additionalProperties", "patternProperties" -> {
                    depth++;
                    i += path.get(i).equals("items") || path.get(i).equals("additionalProperties") ? 0 : 1;
                }
                default -> {}
            }
        }
        List<String> tokens = found.place().tokens();
        return new JsonPointer(tokens.subList(0, Math.min(depth, tokens.size())));
    }

    private static int fork(List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            boolean named = i > 0 && path.get(i - 1).equals("properties");
            if (!named && (path.get(i).equals("anyOf") || path.get(i).equals("oneOf"))) {
                return i;
            }
        }
        return -1;
    }

    private static List<Problem> group(int fork, List<Found> group, JsonValue whole) {
        Map<String, List<Found>> branches = new LinkedHashMap<>();
        JsonPointer place = forkPlace(group.getFirst(), fork);
        for (Found each : group) {
            String branch = each.path().size() > fork + 1 ? each.path().get(fork + 1) : "";
            branches.computeIfAbsent(branch, any -> new ArrayList<>()).add(each);
        }
        branches.remove("");
        int all = branches.size();
        branches.values().removeIf(answers -> answers.stream().anyMatch(each -> otherKind(each, place)));
        if (branches.size() == 1) {
            List<Found> only = branches.values().iterator().next();
            return settle(only.stream().map(each -> past(each, fork)).toList(), whole);
        }
        return List.of(new Objections(place, whole.at(place)).noVariant(Math.max(all, 2)));
    }

    private static boolean otherKind(Found answer, JsonPointer place) {
        String keyword = answer.problem().keyword();
        return answer.place().equals(place) && (keyword.equals("type") || keyword.equals("enum"));
    }

    /// The answer with its path beginning after the fork, and its place still told from the whole.
    private static Found past(Found answer, int fork) {
        List<String> prefix = answer.path().subList(0, fork);
        List<String> rest = answer.path().subList(fork + 2, answer.path().size());
        List<String> path = new ArrayList<>(prefix);
        path.addAll(rest);
        return new Found(path, answer.place(), answer.problem());
    }
}
