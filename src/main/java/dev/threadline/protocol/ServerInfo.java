package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;

/// What `GET /info` says of a server (protocol, section 2.1).
///
/// @param kind which implementation answers
/// @param version version of the server, empty where it says none
/// @param langgraphVersion version of LangGraph inside it, empty where it says none
/// @param json the whole answer
public record ServerInfo(Kind kind, String version, String langgraphVersion, JsonObject json) {
    private static final Words WORDS = Words.of(ServerInfo.class);

    /// The implementations that differ on the wire (protocol, section 7).
    public enum Kind {
        /// The JavaScript server.
        JS,
        /// The Python server, in any form.
        PYTHON,
        /// Something that says neither.
        UNKNOWN
    }

    static ServerInfo read(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.info"));
        String js = fields.text("langgraph_js_version");
        String python = fields.text("langgraph_py_version");
        if (js.isEmpty() && python.isEmpty() && fields.value("flags") == null) {
            throw new JsonFailure(WORDS.text("part.no-info"), 1, 1);
        }
        boolean isJs = !js.isEmpty() || fields.text("context").equals("js");
        Kind kind = isJs ? Kind.JS : python.isEmpty() ? Kind.UNKNOWN : Kind.PYTHON;
        return new ServerInfo(kind, fields.text("version"), isJs ? js : python, fields.object());
    }
}
