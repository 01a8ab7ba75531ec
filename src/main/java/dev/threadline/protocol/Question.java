package dev.threadline.protocol;

import dev.threadline.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One request to a server, before it is sent.
///
/// @param method the HTTP method
/// @param path segments below the deployment's address, not escaped
/// @param query not escaped
/// @param body JSON to send, or null for none
/// @param aim what it is for, such as `list the assistants`
/// @param subject what must exist for it, such as `assistant joke`, or null
/// @param safe whether it may be sent twice
record Question(
        String method,
        List<String> path,
        Map<String, String> query,
        @Nullable JsonValue body,
        String aim,
        @Nullable String subject,
        boolean safe) {
    static Question get(String aim, String... path) {
        return new Question("GET", List.of(path), Map.of(), null, aim, null, true);
    }

    static Question post(String aim, JsonValue body, String... path) {
        return new Question("POST", List.of(path), Map.of(), body, aim, null, false);
    }

    Question about(@Nullable String what) {
        return new Question(method, path, query, body, aim, what, safe);
    }

    Question with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(query);
        more.put(name, value.toString());
        return new Question(method, path, more, body, aim, subject, safe);
    }

    /// The same as one that may be sent twice, for searches.
    Question repeatable() {
        return new Question(method, path, query, body, aim, subject, true);
    }
}
