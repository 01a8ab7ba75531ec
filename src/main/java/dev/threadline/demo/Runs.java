package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts runs and gives each thread one at a time (protocol, section 3.1). Safe for any thread.
final class Runs {
    private final Ids ids;
    private final double speed;

    Runs(Ids ids, double speed) {
        this.ids = ids;
        this.speed = speed;
    }

    /// Starts a run on a thread, or lets it wait for its turn.
    ///
    /// @throws ApiFailure where the thread is busy and the run would rather not wait
    GraphRun start(GraphThread thread, RunOrder order) throws ApiFailure {
        GraphRun run = new GraphRun(Ids.ofRun(), thread, order);
        List<GraphRun> before;
        synchronized (thread) {
            before = thread.active();
            if (!before.isEmpty() && order.multitask().equals("reject")) {
                throw new ApiFailure(
                        409,
                        "Thread is already running a task. Wait for it to finish or choose a different multitask"
                                + " strategy.");
            }
            thread.add(run);
        }
        thread.merge(Plain.object(
                "graph_id", order.assistant().graph().name(),
                "assistant_id", order.assistant().id()));
        boolean pushes =
                order.multitask().equals("interrupt") || order.multitask().equals("rollback");
        Thread.ofVirtual().name("run " + run.id).start(() -> {
            if (pushes) {
                before.forEach(GraphRun::cancel);
            }
            if (turn(run, before)) {
                if (order.multitask().equals("rollback")) {
                    before.forEach(thread::remove);
                }
                new RunWork(run, ids, speed(order)).work();
            } else {
                run.end(RunStatus.INTERRUPTED, Plain.object(), null);
            }
        });
        return run;
    }

    /// The pace of this run: the deployment's, or the context's `speed`.
    private double speed(RunOrder order) {
        Object own = Plain.map(order.context()).get("speed");
        double factor = own instanceof Number number ? number.doubleValue() : 1;
        return speed * Math.clamp(factor, 0.1, 1_000);
    }

    /// Waits for those before; false where the run was cancelled meanwhile.
    private static boolean turn(GraphRun run, List<GraphRun> before) {
        try {
            long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(run.order.afterMillis());
            while (!run.cancelled() && System.nanoTime() < start) {
                Thread.sleep(10);
            }
            for (GraphRun each : before) {
                while (!run.cancelled() && !each.status().ended()) {
                    Thread.sleep(2);
                }
            }
            return !run.cancelled();
        } catch (InterruptedException e) {
            return false;
        }
    }

    static JsonArray json(List<GraphRun> runs) {
        List<JsonObject> json = runs.stream().map(GraphRun::json).toList();
        return Plain.array(json);
    }
}
