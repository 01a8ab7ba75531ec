package dev.threadline.session;

import dev.threadline.protocol.WireEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;

/// An endless stream of events as an agent's work makes it, about 900 bytes each; the same for the same seed.
///
/// Runs of some 20,000 events each, which go round four supersteps: a plan with tokens, a search that fans out, a team
/// with a subgraph, a call that is tried again. Every task is told by `debug`, its writes by `updates`, every step by
/// `values` and a checkpoint. Times pass about 2 ms an event; the server's clock is some milliseconds apart.
public final class AgentWork {
    /// How many parallel searches a step has.
    static final int FAN = 24;

    private static final int EVENTS_OF_RUN = 20_000;
    private static final String TEXT = "The sources agree that tea came from the hills between the rivers, where the "
            + "leaves were first steeped for their taste and later dried, pressed and carried over the passes to be "
            + "traded for horses; the oldest bill of lading that names it is a strip of bamboo. ";
    private static final String[] TOKENS = TEXT.split("(?= )");

    private final SplittableRandom random;
    private final Queue<WireEvent> ahead = new ArrayDeque<>();
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private final int pad;
    private final int apart;
    private long now;
    private int run;
    private int id;
    private int step;
    private String runId = "";
    private final String thread;

    /// @param start microseconds since the epoch at which the first event arrives
    /// @param pad characters of text that each step adds to the state: many make a whole-state stream
    public AgentWork(long seed, long start, int pad) {
        this(seed, start, pad, 2_000);
    }

    /// @param apart microseconds between two events, on average
    public AgentWork(long seed, long start, int pad, int apart) {
        this.apart = apart;
        random = new SplittableRandom(seed);
        now = start;
        this.pad = pad;
        thread = uuid();
    }

    /// The next event.
    public WireEvent next() {
        if (ahead.isEmpty()) {
            if (run == 0 || id >= EVENTS_OF_RUN) {
                begin();
            } else {
                step();
            }
        }
        return ahead.remove();
    }

    /// The number of the run that the next event belongs to, where that event begins a run; else the run of the last.
    public int run() {
        return run;
    }

    /// The id of the run that [#run] numbers.
    public String runId() {
        return runId;
    }

    /// When the last event arrived, in microseconds.
    public long now() {
        return now;
    }

    private void begin() {
        run++;
        id = 0;
        step = 0;
        runId = uuid();
        now += 400_000;
        add("metadata", "{\"run_id\":\"" + runId + "\",\"attempt\":1}");
        checkpoint("", -1);
    }

    private void step() {
        step++;
        switch (step % 4) {
            case 1 -> plan();
            case 2 -> search();
            case 3 -> team();
            default -> call();
        }
    }

    private void plan() {
        String task = uuid();
        start("", "plan", task, step, false);
        tokens("", "plan", task, step, 60);
        result("", "plan", task, step);
        close("", step);
    }

    private void search() {
        String[] tasks = new String[FAN];
        for (int i = 0; i < FAN; i++) {
            tasks[i] = uuid();
            start("", "search", tasks[i], step, true);
        }
        for (int i = 0; i < FAN; i++) {
            add("custom", "{\"type\":\"query\",\"text\":\"" + text(200) + "\",\"hit\":" + random.nextInt(1000) + "}");
            tokens("", "search", tasks[i], step, 3);
        }
        for (int i = 0; i < FAN; i++) {
            result("", "search", tasks[i], step);
        }
        close("", step);
    }

    private void team() {
        String task = uuid();
        start("", "team", task, step, false);
        String inside = "team:" + task;
        checkpoint(inside, 0);
        String[] members = {"extract", "score", "write"};
        for (int i = 0; i < members.length; i++) {
            String member = uuid();
            start(inside, members[i], member, i + 1, false);
            tokens(inside, members[i], member, i + 1, 30);
            result(inside, members[i], member, i + 1);
            checkpoint(inside, i + 1);
        }
        result("", "team", task, step);
        close("", step);
    }

    private void call() {
        String task = uuid();
        start("", "call", task, step, false);
        String metadata = metadata("", "call", task, step);
        for (int attempt = 1; attempt <= 2; attempt++) {
            add(
                    "events",
                    "{\"event\":\"on_chain_start\",\"data\":{\"input\":{\"attempt\":" + attempt
                            + "}},\"name\":\"call\",\"tags\":[\"graph:step:" + step + "\"],\"run_id\":\"" + uuid()
                            + "\",\"metadata\":" + metadata + "}");
        }
        result("", "call", task, step);
        close("", step);
    }

    private void close(String namespace, int at) {
        add(named("values", namespace), state(at));
        checkpoint(namespace, at);
    }

    private void start(String namespace, String node, String task, int at, boolean sent) {
        String path = sent ? "[\"__pregel_push\",0,false]" : "[\"__pregel_pull\",\"" + node + "\"]";
        debug(
                namespace,
                "task",
                at,
                "{\"id\":\"" + task + "\",\"name\":\"" + node + "\",\"input\":" + input(at, sent)
                        + ",\"triggers\":[\"branch:to:" + node + "\"],\"path\":" + path
                        + ",\"interrupts\":[]}");
    }

    /// What a task was given: the whole state in a whole-state stream, unless it was sent something of its own.
    private String input(int at, boolean sent) {
        return pad > 0 && !sent
                ? state(at - 1)
                : "{\"task\":\"" + text(300) + "\",\"part\":" + random.nextInt(100) + "}";
    }

    private void result(String namespace, String node, String task, int at) {
        String writes = "{\"notes\":[\"" + text(200) + "\"],\"step\":" + at + "}";
        debug(
                namespace,
                "task_result",
                at,
                "{\"id\":\"" + task + "\",\"name\":\"" + node + "\",\"result\":" + writes
                        + ",\"interrupts\":[],\"error\":null}");
        add(named("updates", namespace), "{\"" + node + "\":" + writes + "}");
    }

    private void checkpoint(String namespace, int at) {
        String config = "{\"configurable\":{\"checkpoint_ns\":\"" + namespace + "\",\"run_id\":\"" + runId
                + "\",\"thread_id\":\"" + thread + "\",\"checkpoint_id\":\"" + uuid() + "\"}}";
        debug(
                namespace,
                "checkpoint",
                at,
                "{\"config\":" + config + ",\"values\":" + state(at) + ",\"metadata\":{\"source\":\"loop\",\"step\":"
                        + at + ",\"parents\":{}},\"next\":[],\"tasks\":[]}");
    }

    private void debug(String namespace, String type, int at, String payload) {
        long server = (now - 1_500) / 1000 * 1000;
        add(
                named("debug", namespace),
                "{\"step\":" + at + ",\"type\":\"" + type + "\",\"timestamp\":\""
                        + Instant.ofEpochMilli(server / 1000)
                                .plusNanos(1)
                                .toString()
                                .substring(0, 23) + "Z\",\"payload\":"
                        + payload + "}");
    }

    private void tokens(String namespace, String node, String task, int at, int count) {
        String message = "run-" + uuid();
        String metadata = metadata(namespace, node, task, at);
        int from = random.nextInt(TOKENS.length);
        for (int i = 0; i < count; i++) {
            add(
                    named("messages", namespace),
                    "[{\"content\":\"" + TOKENS[(from + i) % TOKENS.length]
                            + "\",\"tool_calls\":[],\"invalid_tool_calls\":[],\"tool_call_chunks\":[],"
                            + "\"additional_kwargs\":{},\"response_metadata\":{},\"id\":\"" + message
                            + "\",\"type\":\"ai\"}," + metadata + "]");
        }
    }

    private String metadata(String namespace, String node, String task, int at) {
        String place = (namespace.isEmpty() ? "" : namespace + "|") + node + ":" + task;
        return "{\"tags\":[],\"created_by\":\"system\",\"graph_id\":\"newsroom\",\"run_attempt\":1,\"langgraph_version\":"
            + "\"1.7.3\",\"langgraph_plan\":\"developer\",\"langgraph_host\":\"self-hosted\",\"thread_id\":\""
                + thread
                + "\",\"run_id\":\"" + runId + "\",\"langgraph_step\":" + at + ",\"langgraph_node\":\"" + node
                + "\",\"langgraph_triggers\":[\"branch:to:" + node + "\"],\"langgraph_path\":[\"__pregel_pull\",\""
                + node
                + "\"],\"langgraph_checkpoint_ns\":\"" + place + "\",\"checkpoint_ns\":\"" + place
                + "\",\"ls_provider\":\"scripted\",\"ls_model_name\":\"scripted-1\",\"ls_model_type\":\"chat\"}";
    }

    private String state(int at) {
        return "{\"task\":\"the history of tea\",\"notes\":[\"" + text(400) + "\",\"" + said(at)
                + "\"],\"finished\":[],\"step\":" + at + ",\"score\":" + random.nextInt(100) + "}";
    }

    /// What was said up to a step: words in no order, so that nothing but earlier states tells them.
    private String said(int at) {
        int length = pad * (at + 1);
        while (said.length() < length) {
            said.append(TOKENS[random.nextInt(TOKENS.length)]);
        }
        return said.substring(0, length);
    }

    private static String named(String mode, String namespace) {
        return namespace.isEmpty() ? mode : mode + "|" + namespace;
    }

    private void add(String name, String data) {
        now += apart / 4 + random.nextInt(apart * 3 / 2);
        ahead.add(new WireEvent(now, Integer.toString(id++), name, data, false));
    }

    private String text(int about) {
        out.setLength(0);
        int from = random.nextInt(TOKENS.length);
        for (int i = 0; out.length() < about; i++) {
            out.append(TOKENS[(from + i) % TOKENS.length]);
        }
        return out.toString();
    }

    private String uuid() {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(most, least).toString();
    }
}
