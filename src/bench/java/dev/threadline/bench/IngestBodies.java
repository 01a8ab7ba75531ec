package dev.threadline.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// The event streams of the bench `ingest`, each a file of at least 100 MB: made events of three sizes in the shapes of
/// the Python server, and recordings of both servers over and over. The same bytes on every machine.
enum IngestBodies {
    /// Progress and small writes.
    SMALL("200 B", 200),
    /// Tokens with their metadata, callbacks, tasks.
    MIDDLE("2 kB", 2_000),
    /// States with a conversation.
    LARGE("50 kB", 50_000),
    /// Real runs with all modes.
    RECORDED("recorded mix", 0);

    private static final long BYTES = 100_000_000;
    private static final Path RECORDINGS = Path.of("src/test/recordings");
    private static final String METADATA =
            "\"created_by\":\"system\",\"graph_id\":\"tools\",\"assistant_id\":\"b0610bd7-13b9-57ce-9a05-15133fda1399\","
                + "\"run_attempt\":1,\"langgraph_version\":\"1.2.22\",\"langgraph_api_version\":\"0.16.7\","
                + "\"langgraph_plan\":\"enterprise\",\"langgraph_host\":\"self-hosted\","
                + "\"langgraph_api_url\":\"http://127.0.0.1:38531\",\"run_id\":\"01a20453-372a-7005-b81b-37e33cf74965\","
                + "\"thread_id\":\"01a20453-3728-72bf-b159-a70df3142d8d\",\"langgraph_step\":%1$d,"
                + "\"langgraph_node\":\"agent\",\"langgraph_triggers\":[\"branch:to:agent\"],"
                + "\"langgraph_path\":[\"__pregel_pull\",\"agent\"],"
                + "\"langgraph_checkpoint_ns\":\"agent:18a2c992-2cdf-0182-668e-%2$012x\",\"ls_provider\":\"scripted\"";
    private static final String MESSAGE =
            "{\"content\":\"%s\",\"additional_kwargs\":{},\"response_metadata\":{},\"type\":\"%s\",\"name\":null,"
                    + "\"id\":\"lc_run--01a20453-3a62-7230-9ac3-%012x\",\"tool_calls\":[],\"invalid_tool_calls\":[],"
                    + "\"usage_metadata\":null,\"tool_call_chunks\":[],\"chunk_position\":null}";
    private static final String[] WORDS = {
        "the",
        "weather",
        "in",
        "Paris",
        "is",
        "mild",
        "today;",
        "nineteen",
        "and",
        "twenty-three",
        "make",
        "forty-two",
        "so",
        "the",
        "tool",
        "was",
        "asked",
        "again",
        "caf\u00e9",
        "\\\"quoted\\\"",
        "\\n",
        "a",
        "plan",
        "of",
        "3",
        "steps"
    };

    final String title;
    private final int size;

    IngestBodies(String title, int size) {
        this.title = title;
        this.size = size;
    }

    /// Its file's name, which is the first segment of its address, too.
    String file() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Writes it into a folder, unless it is there.
    void write(Path folder) throws IOException {
        Path file = folder.resolve(file());
        if (Files.exists(file)) {
            return;
        }
        Path part = folder.resolve(file() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            if (size == 0) {
                recordings(out);
            } else {
                made(out);
            }
        }
        Files.move(part, file);
    }

    private static void recordings(OutputStream out) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(RECORDINGS)) {
            files = all.filter(file -> file.endsWith("all-modes-subgraphs.sse")
                            || file.endsWith("firehose-1000-tokens.sse")
                            || file.endsWith("research-40-workers.sse"))
                    .sorted()
                    .toList();
        }
        for (long bytes = 0; bytes < BYTES; ) {
            for (Path file : files) {
                byte[] body = Files.readAllBytes(file);
                out.write(body);
                bytes += body.length;
            }
        }
    }

    private void made(OutputStream out) throws IOException {
        Random random = new Random(size);
        long bytes = 0;
        for (int i = 0; bytes < BYTES; i++) {
            String head = "event: %s\r\ndata: ";
            String tail = "\r\nid: " + (1_795_368_892_202L + i / 8) + "-0\r\n\r\n";
            byte[] event = (switch (size) {
                                case 200 -> small(head, i, random);
                                case 2_000 -> middle(head, i, random);
                                default -> large(head, i, random);
                            }
                            + tail)
                    .getBytes(StandardCharsets.UTF_8);
            out.write(event);
            bytes += event.length;
        }
    }

    private String small(String head, int i, Random random) {
        return i % 2 == 0
                ? head.formatted("custom")
                        + "{\"type\":\"progress\",\"item\":%d,\"of\":100000,\"text\":\"%s\"}"
                                .formatted(i, text(random, 70))
                : head.formatted("updates|team:6f3c2c08-8a53-4ba1-8cf1-%012x".formatted(i / 64))
                        + "{\"score\":{\"points\":%d,\"note\":\"%s\"}}".formatted(i, text(random, 40));
    }

    private String middle(String head, int i, Random random) {
        String metadata = METADATA.formatted(i / 256, i / 256);
        String message = MESSAGE.formatted(text(random, 700), "AIMessageChunk", i / 128);
        return switch (i % 4) {
            case 0 ->
                head.formatted("events")
                        + "{\"event\":\"on_chat_model_stream\",\"data\":{\"chunk\":%s},\"run_id\":\"01a20453-3a62-%012x\","
                                .formatted(message, i / 128)
                        + "\"name\":\"ScriptedChatModel\",\"tags\":[\"seq:step:1\"],\"metadata\":{" + metadata
                        + "},\"parent_ids\":[\"01a20453-372a-7005-b81b-37e33cf74965\"]}";
            case 1 ->
                head.formatted("debug")
                        + "{\"step\":%d,\"timestamp\":\"2026-11-22T17:34:53.%06d+00:00\",\"type\":\"task\",\"payload\":{"
                                .formatted(i / 256, i % 1_000_000)
                        + "\"id\":\"18a2c992-2cdf-0182-668e-%012x\",\"name\":\"agent\",\"input\":{\"messages\":[%s]},"
                                .formatted(i / 4, message)
                        + "\"triggers\":[\"branch:to:agent\"],\"metadata\":{" + metadata + "}}}";
            default -> head.formatted("messages") + "[" + message + ",{" + metadata + "}]";
        };
    }

    private String large(String head, int i, Random random) {
        StringBuilder messages = new StringBuilder();
        for (int n = 0; n < 48; n++) {
            messages.append(n == 0 ? "" : ",")
                    .append(MESSAGE.formatted(text(random, 760), n % 2 == 0 ? "human" : "ai", i * 100 + n));
        }
        String values = "{\"messages\":[" + messages + "],\"options\":{\"city\":\"Paris\",\"token_delay_ms\":10}}";
        return i % 2 == 0
                ? head.formatted("values") + values
                : head.formatted("debug")
                        + "{\"step\":%d,\"timestamp\":\"2026-11-22T17:34:53.%06d+00:00\",\"type\":\"checkpoint\","
                                .formatted(i, i % 1_000_000)
                        + "\"payload\":{\"config\":{\"configurable\":{\"checkpoint_ns\":\"\",\"checkpoint_id\":\"1f1e69b0-6996-%012x\"}},"
                                .formatted(i)
                        + "\"parent_config\":null,\"values\":" + values
                        + ",\"metadata\":{\"source\":\"loop\",\"step\":%d,\"parents\":{}},\"next\":[\"agent\"],"
                                .formatted(i)
                        + "\"tasks\":[{\"id\":\"18a2c992-2cdf-0182-668e-%012x\",\"name\":\"agent\",\"interrupts\":[],\"state\":null}],"
                                .formatted(i)
                        + "\"checkpoint\":{\"checkpoint_id\":\"1f1e69b0-6996-%012x\",\"checkpoint_ns\":\"\"}}}"
                                .formatted(i);
    }

    /// About so many characters of prose; every sixteenth has an emoji.
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(random.nextInt(16) == 0 ? "🌤 " : "");
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString();
    }
}
