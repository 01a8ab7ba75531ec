package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a client asked a run to do (protocol, section 2.7), checked.
///
/// @param body the request as it came
/// @param input null where there is none or it is `null`
/// @param resume the answer to a question, or null
/// @param update what is written before the run, or null
/// @param gotos where the run goes on, or empty
/// @param checkpointId where it starts, or null for the newest
/// @param before nodes to stop before, `*` for all
/// @param after nodes to stop after, `*` for all
record RunOrder(
        JsonObject body,
        Assistant assistant,
        @Nullable JsonObject input,
        @Nullable JsonValue resume,
        @Nullable JsonObject update,
        List<String> gotos,
        @Nullable String checkpointId,
        Set<String> modes,
        boolean subgraphs,
        boolean resumable,
        Set<String> before,
        Set<String> after,
        String multitask,
        JsonObject config,
        JsonObject context,
        JsonObject metadata,
        int recursionLimit,
        boolean cancelOnDisconnect,
        boolean keep,
        long afterMillis) {}
