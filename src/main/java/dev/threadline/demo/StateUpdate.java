package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.GraphDefinition;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/// A state written by hand, as if a node had done it: a new checkpoint, on a branch where it follows an old one.
final class StateUpdate {
    private final GraphThread thread;
    private final Assistant assistant;
    private final Ids ids;

    StateUpdate(GraphThread thread, Assistant assistant, Ids ids) {
        this.thread = thread;
        this.assistant = assistant;
        this.ids = ids;
    }

    GraphCheckpoint write(JsonObject body, JsonObject values) throws ApiFailure {
        String asked = Request.text(body, "checkpoint_id");
        String id = asked == null ? Request.text(Request.member(body, "checkpoint"), "checkpoint_id") : asked;
        GraphCheckpoint from = id == null ? thread.head("") : thread.checkpoint(id);
        if (from == null) {
            throw ApiFailure.notFound();
        }
        String node = Request.text(body, "as_node");
        Topology topology = Topology.of(assistant.graph().graph());
        if (node != null && !topology.nodes().contains(node)) {
            throw new ApiFailure(400, "Node " + node + " does not exist");
        }
        thread.rewind(from);
        GraphRun nobody = new GraphRun("", thread, silent());
        RunCheckpoints checkpoints = new RunCheckpoints(nobody, new RunTelling(nobody), ids);
        String to = from.to();
        if (node != null) {
            to = after(assistant.graph().graph(), checkpoints, values, node);
        }
        Map<String, Object> state = RunWork.merge(assistant.graph().graph(), from.values(), Plain.map(values));
        return checkpoints.write("", "update", state, node == null ? from.from() : node, to, topology.next(to));
    }

    /// Where langgraph4j goes on after a node that left this state.
    private <S extends AgentState> String after(
            StateGraph<S> graph, RunCheckpoints checkpoints, JsonObject values, String node) throws ApiFailure {
        try {
            var compiled = graph.compile(CompileConfig.builder()
                    .checkpointSaver(new Lookahead(checkpoints))
                    .build());
            RunnableConfig next = compiled.updateState(
                    RunnableConfig.builder().threadId(thread.id).build(), Plain.map(values), node);
            return next.nextNode().orElse(GraphDefinition.END);
        } catch (Exception e) {
            Throwable cause = RunTasks.cause(e);
            throw new ApiFailure(400, String.valueOf(cause.getMessage()));
        }
    }

    /// An order that asks for no events.
    private RunOrder silent() {
        JsonObject empty = Plain.object();
        return new RunOrder(
                empty, assistant, null, null, null, List.of(), null, Set.of(), false, false, Set.of(), Set.of(),
                "enqueue", empty, empty, empty, 25, false, false, 0);
    }
}
