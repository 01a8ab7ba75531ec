package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bsc.langgraph4j.GraphDefinition;
import org.bsc.langgraph4j.GraphPath;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.checkpoint.BaseCheckpointSaver;
import org.bsc.langgraph4j.checkpoint.Checkpoint;
import org.jspecify.annotations.Nullable;

/// Keeps the checkpoints of one run in its thread and tells each as it is written. Langgraph4j calls it from the run's
/// thread.
///
/// A subgraph's checkpoints have a namespace of their own for each task that runs it, so that it begins anew each time.
final class RunCheckpoints implements BaseCheckpointSaver {
    private final GraphRun run;
    private final RunTelling telling;
    private final Ids ids;
    private final Map<GraphPath, String> namespaces = new HashMap<>();
    private final Map<String, ServedGraph> graphs = new HashMap<>();
    private final Map<String, Topology> topologies = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private @Nullable Map<String, Object> input;

    RunCheckpoints(GraphRun run, RunTelling telling, Ids ids) {
        this.run = run;
        this.telling = telling;
        this.ids = ids;
        enter(GraphPath.empty(), "", run.order.assistant().graph());
    }

    /// What the run was given, for the checkpoint that stands before it.
    void input(Map<String, Object> given) {
        input = given;
    }

    /// A task begins to run a graph: where that graph is and what its namespace is called.
    synchronized void enter(GraphPath path, String namespace, ServedGraph graph) {
        namespaces.put(path, namespace);
        graphs.put(namespace, graph);
        topologies.put(namespace, Topology.of(graph.graph()));
    }

    synchronized String namespace(GraphPath path) {
        return namespaces.getOrDefault(path, "");
    }

    synchronized ServedGraph graph(String namespace) {
        return graphs.getOrDefault(namespace, run.order.assistant().graph());
    }

    synchronized Topology topology(String namespace) {
        return topologies.computeIfAbsent(
                namespace, key -> Topology.of(graph(key).graph()));
    }

    @Nullable
    GraphCheckpoint head(String namespace) {
        return run.thread.head(namespace);
    }

    /// Tells where a namespace stands before its first task, where the run did not write that itself.
    void open(String namespace) {
        GraphCheckpoint head = head(namespace);
        if (head != null && opened.add(namespace)) {
            tell(head);
        }
    }

    private void tell(GraphCheckpoint checkpoint) {
        String parent = checkpoint.parent();
        telling.checkpoint(checkpoint, values(checkpoint), parent == null ? null : run.thread.checkpoint(parent));
    }

    JsonObject values(GraphCheckpoint checkpoint) {
        return values(checkpoint.namespace(), checkpoint.values());
    }

    /// Channels in the order of the graph's schema; langgraph4j keeps none.
    JsonObject values(String namespace, Map<String, Object> state) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        graph(namespace).order(state.keySet()).forEach(channel -> ordered.put(channel, state.get(channel)));
        return (JsonObject) Plain.json(ordered);
    }

    @Override
    public Collection<Checkpoint> list(RunnableConfig config) {
        List<Checkpoint> all = new ArrayList<>();
        run.thread.history(namespace(config.graphPath())).forEach(each -> all.add(each.checkpoint()));
        return all;
    }

    @Override
    public Optional<Checkpoint> get(RunnableConfig config) {
        return Optional.ofNullable(head(namespace(config.graphPath()))).map(GraphCheckpoint::checkpoint);
    }

    @Override
    public RunnableConfig put(RunnableConfig config, Checkpoint checkpoint) {
        String namespace = namespace(config.graphPath());
        if (checkpoint.getNodeId().equals(GraphDefinition.START)) {
            GraphCheckpoint before = head(namespace);
            Map<String, Object> state = before == null ? defaults(namespace) : before.values();
            write(namespace, "input", state, GraphDefinition.START, GraphDefinition.START, List.of("__start__"));
        }
        GraphCheckpoint written = write(
                namespace,
                "loop",
                checkpoint.getState(),
                checkpoint.getNodeId(),
                checkpoint.getNextNodeId(),
                topology(namespace).next(checkpoint.getNextNodeId()));
        return config.withCheckPointId(written.id());
    }

    /// What the channels of a graph hold before anything is written.
    private Map<String, Object> defaults(String namespace) {
        Map<String, Object> defaults = new HashMap<>();
        graph(namespace)
                .graph()
                .getChannels()
                .forEach((name, channel) ->
                        channel.getDefault().ifPresent(supplier -> defaults.put(name, supplier.get())));
        return defaults;
    }

    /// Writes a checkpoint as the next of its namespace and tells it.
    GraphCheckpoint write(
            String namespace, String source, Map<String, Object> state, String from, String to, List<String> next) {
        GraphCheckpoint head = head(namespace);
        String id = ids.ofCheckpoint();
        List<TaskState> tasks = next.stream()
                .map(node -> new TaskState(Ids.ofTask(id, namespace, node), node))
                .toList();
        tasks.forEach(task -> task.subgraph = graph(namespace).subgraphs().containsKey(task.node));
        Map<String, Object> given = input;
        if (source.equals("input") && namespace.isEmpty() && given != null) {
            tasks.getFirst().result = values(namespace, given);
        }
        GraphCheckpoint checkpoint = new GraphCheckpoint(
                id,
                namespace,
                head == null ? null : head.id(),
                source,
                head == null ? -1 : head.step() + 1,
                Map.copyOf(state),
                from,
                to,
                tasks,
                parents(namespace),
                run.id,
                run.id.isEmpty() ? Plain.object("graph_id", graph("").name()) : run.metadata(),
                Timestamps.now(),
                source.equals("input") ? given : null);
        run.thread.add(checkpoint);
        opened.add(namespace);
        tell(checkpoint);
        return checkpoint;
    }

    private Map<String, String> parents(String namespace) {
        Map<String, String> parents = new LinkedHashMap<>();
        for (int end = namespace.isEmpty() ? -1 : 0; end >= 0; end = namespace.indexOf('|', end + 1)) {
            String outer = namespace.substring(0, end);
            GraphCheckpoint head = head(outer);
            if (head != null) {
                parents.put(outer, head.id());
            }
        }
        return parents;
    }

    @Override
    public Tag release(RunnableConfig config) {
        return new Tag(run.thread.id, list(config));
    }
}
