package dev.threadline.cli;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `threadline record`: streams one run into a capture, one that it starts or one that is going on.
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        resourceBundle = "dev.threadline.cli.help")
final class RecordCommand implements Callable<Integer> {
    private static final Words WORDS = Words.of(RecordCommand.class);
    private final Surroundings surroundings;

    @Option(names = "--url", required = true, paramLabel = "URL", descriptionKey = "record.url")
    private String url = "";

    @Option(names = "--assistant", paramLabel = "ID", descriptionKey = "record.assistant")
    private String assistant = "";

    @Option(names = "--thread", paramLabel = "ID", descriptionKey = "record.thread")
    private @Nullable String thread;

    @Option(names = "--join", paramLabel = "RUN", descriptionKey = "record.join")
    private @Nullable String join;

    @Option(names = "--input", paramLabel = "JSON|@FILE", descriptionKey = "record.input")
    private @Nullable String input;

    @Option(names = "--stream-mode", split = ",", paramLabel = "MODE", descriptionKey = "record.stream-mode")
    private List<String> modes = new ArrayList<>();

    @Option(names = "--header", paramLabel = "'NAME: VALUE'", descriptionKey = "record.header")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "record.out")
    private Path out = Path.of("");

    RecordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        if (assistant.isEmpty() == (join == null)) {
            throw new Stop(Cli.USAGE, WORDS.text("record.one-of"));
        }
        if (join != null && thread == null) {
            throw new Stop(Cli.USAGE, WORDS.text("record.join-where"));
        }
        RecordPlan plan = RecordPlan.of(surroundings, url, assistant, thread, input, modes, headers, out);
        try (AgentServer server = new AgentServer(plan.deployment())) {
            server.info();
            return join == null ? record(server, plan, null) : join(server, plan, join);
        } catch (ServerFailure e) {
            throw new Stop(Cli.SERVER, refusal(e, plan));
        }
    }

    /// A failure in words for a terminal: without lists to load, and naming only what was given.
    private String refusal(ServerFailure failure, RecordPlan plan) {
        boolean atStart = failure.answer().request().endsWith("/runs/stream");
        if (!(failure instanceof ServerFailure.NotFound) || !atStart) {
            return Report.of(failure);
        }
        String place = plan.deployment().name();
        return thread == null
                ? Report.of(
                        failure,
                        WORDS.text("record.no-assistant", place, assistant),
                        WORDS.text("record.no-assistant.action"))
                : Report.of(
                        failure,
                        WORDS.text("record.no-thread", place, assistant, thread),
                        WORDS.text("record.no-thread.action"));
    }

    private int join(AgentServer server, RecordPlan plan, String runId) throws Stop, ServerFailure {
        RunInfo run = server.run(plan.threadId(), runId);
        return record(server, plan.of(run.assistantId()), run);
    }

    /// Starts the run of the plan, or joins one.
    private int record(AgentServer server, RecordPlan plan, @Nullable RunInfo run) throws Stop {
        Recording recording = plan.recording();
        Session session = run == null
                ? Session.start(server, recording, plan.request())
                : Session.join(server, recording, run, Map.of());
        Thread hook = new Thread(() -> whole(session));
        Runtime.getRuntime().addShutdownHook(hook);
        RunStatus status = new Progress(surroundings, session).watch();
        if (!session.began()) {
            unhook(hook);
            discard(session);
            ServerFailure failure = session.failure();
            throw new Stop(Cli.SERVER, failure == null ? WORDS.text("record.not-started") : refusal(failure, plan));
        }
        recording.close();
        unhook(hook);
        return Report.print(surroundings.err(), session, status);
    }

    private static void discard(Session session) throws Stop {
        try {
            if (session.run() == 1) {
                session.recording().discard();
            } else {
                session.recording().close();
            }
        } catch (CaptureFailure e) {
            throw new Stop(Cli.FAILED, e.sentence());
        }
    }

    /// For Ctrl-C: ends the stream, not the run, and leaves the capture whole.
    private static void whole(Session session) {
        session.close();
        session.ended().join();
        session.recording().close();
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook does its work.
        }
    }
}
