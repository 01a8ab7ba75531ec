package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The schemas the tests work on.
public final class Schemas {
    private static final Path RECORDINGS = Path.of("src/test/recordings");

    private Schemas() {}

    /// The recorded input, context and config schemas of all servers, by file and name.
    public static Map<String, JsonValue> recorded() {
        Map<String, JsonValue> found = new LinkedHashMap<>();
        for (Path file : files()) {
            JsonObject body = (JsonObject) read(file);
            for (String name : List.of("input_schema", "context_schema", "config_schema")) {
                JsonValue schema = body.get(name);
                if (schema instanceof JsonObject) {
                    found.put(RECORDINGS.relativize(file) + " " + name, schema);
                }
            }
        }
        return found;
    }

    /// A recorded schema of the JS server.
    public static JsonValue js(String graph, String name) {
        Path file = RECORDINGS.resolve("js/objects/" + graph + "-schemas.body.json");
        return ((JsonObject) read(file)).members().get(name);
    }

    /// What `get_input_jsonschema()` of LangGraph for Python gives for a `TypedDict` (`typed`), a Pydantic
    /// model (`pyd`) and `MessagesState` (`msgs`).
    public static JsonValue python(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream("python-schemas.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ((JsonObject) json(text)).members().get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// JSON text written in a test; single quotes stand for double ones.
    public static JsonValue json(String text) {
        try {
            return Json.parse(text.indexOf('"') >= 0 ? text : text.replace('\'', '"'));
        } catch (JsonFailure e) {
            throw new AssertionError(e.getMessage() + " at " + e.line() + ":" + e.column(), e);
        }
    }

    private static JsonValue read(Path file) {
        try {
            return json(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() {
        try (Stream<Path> walk = Files.walk(RECORDINGS)) {
            return walk.filter(file -> file.getFileName().toString().endsWith("-schemas.body.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
