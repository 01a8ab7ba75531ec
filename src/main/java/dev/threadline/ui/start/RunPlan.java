package dev.threadline.ui.start;

import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.RunRequest;
import dev.threadline.ui.connect.Connection;
import java.util.Map;

/// A run that is to be started: where, of which assistant, with what.
///
/// @param known what the server answered already and a recording needs, JSON text by name (`info`, `schemas`, …)
public record RunPlan(Connection connection, Assistant assistant, RunRequest request, Map<String, String> known) {
    /// Copies the answers.
    public RunPlan {
        known = Map.copyOf(known);
    }
}
