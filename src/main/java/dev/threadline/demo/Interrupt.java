package dev.threadline.demo;

import java.util.Optional;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.action.InterruptionMetadata;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/// A question that a node stops at, and its answer.
public final class Interrupt {
    /// Where an interruption holds what it asks.
    static final String VALUE = "threadline.value";

    private Interrupt() {}

    /// Stops at a question until a run answers it: for a node's `interrupt` method.
    ///
    /// @param value what is asked, plain Java
    /// @return empty when the answer is there
    public static <S extends AgentState> Optional<InterruptionMetadata<S>> ask(
            String node, S state, RunnableConfig config, Object value) {
        RunTasks tasks = (RunTasks) config.metadata(TaskHooks.TASKS).orElse(null);
        if (tasks == null || tasks.hasAnswer(config.graphPath(), node)) {
            return Optional.empty();
        }
        return Optional.of(InterruptionMetadata.builder(node, state)
                .addMetadata(VALUE, value)
                .build());
    }

    /// The answer to the question of the node that runs, or null.
    public static @Nullable Object answer(RunnableConfig config) {
        RunTasks tasks = (RunTasks) config.metadata(TaskHooks.TASKS).orElse(null);
        return tasks == null ? null : tasks.answerFor(config.graphPath(), config.nodeId());
    }
}
