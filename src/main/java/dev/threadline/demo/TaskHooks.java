package dev.threadline.demo;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeActionWithConfig;
import org.bsc.langgraph4j.hook.NodeHook;
import org.bsc.langgraph4j.internal.node.ParallelNode;
import org.bsc.langgraph4j.state.AgentState;

/// Follows the tasks of a graph from langgraph4j's node hooks, and those of branches side by side, which have none.
///
/// Added to a graph once; which run a call belongs to stands in its config.
final class TaskHooks<S extends AgentState>
        implements NodeHook.BeforeCall<S>, NodeHook.AfterCall<S>, NodeHook.WrapCall<S> {
    /// Where a run's config holds its [RunTasks].
    static final String TASKS = "threadline.tasks";

    private final Topology topology;

    private TaskHooks(Topology topology) {
        this.topology = topology;
    }

    static <S extends AgentState> void addTo(StateGraph<S> graph) {
        TaskHooks<S> hooks = new TaskHooks<>(Topology.of(graph));
        graph.addBeforeCallNodeHook(hooks);
        graph.addAfterCallNodeHook(hooks);
        graph.addWrapCallNodeHook(hooks);
    }

    private static Optional<RunTasks> tasks(RunnableConfig config) {
        return config.metadata(TASKS).map(RunTasks.class::cast);
    }

    @Override
    public CompletableFuture<Map<String, Object>> applyBefore(String node, S state, RunnableConfig config) {
        if (!topology.isParallel(node)) {
            tasks(config).ifPresent(tasks -> tasks.started(config.graphPath(), node, state.data()));
        }
        return completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<Map<String, Object>> applyAfter(
            String node, S state, RunnableConfig config, Map<String, Object> result) {
        if (!topology.isParallel(node)) {
            tasks(config).ifPresent(tasks -> tasks.done(config.graphPath(), node, result));
        }
        return completedFuture(result);
    }

    @Override
    @SuppressWarnings("unchecked")
    public CompletableFuture<Map<String, Object>> applyWrap(
            String node, S state, RunnableConfig config, AsyncNodeActionWithConfig<S> action) {
        if (action instanceof ParallelNode.AsyncParallelNodeAction<?> parallel
                && tasks(config).isPresent()) {
            return side(
                            (ParallelNode.AsyncParallelNodeAction<S>) parallel,
                            tasks(config).orElseThrow())
                    .apply(state, config);
        }
        return action.apply(state, config);
    }

    /// The same branches, each told as a task.
    private AsyncNodeActionWithConfig<S> side(ParallelNode.AsyncParallelNodeAction<S> parallel, RunTasks tasks) {
        List<String> nodes = topology.next(parallel.nodeId());
        List<AsyncNodeActionWithConfig<S>> told = new ArrayList<>();
        for (int i = 0; i < parallel.actions().size(); i++) {
            String node = nodes.get(i);
            AsyncNodeActionWithConfig<S> action = parallel.actions().get(i);
            told.add((state, config) -> {
                RunnableConfig own = RunnableConfig.builder(config)
                        .putMetadata(RunnableConfig.NODE_ID, node)
                        .build();
                tasks.started(config.graphPath(), node, state.data());
                return action.apply(state, own).whenComplete((result, failure) -> {
                    if (failure == null) {
                        tasks.done(config.graphPath(), node, result);
                    } else {
                        tasks.failed(config.graphPath(), node, failure);
                    }
                });
            });
        }
        return new ParallelNode.AsyncParallelNodeAction<>(parallel.nodeId(), told, parallel.channels());
    }
}
