package dev.threadline.cli;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `threadline record`: streams one run into a capture.
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Starts a run, streams it and writes its capture.",
        footer = {
            "",
            "An API key is taken from LANGGRAPH_API_KEY, LANGSMITH_API_KEY or LANGCHAIN_API_KEY.",
            "In a terminal a line on standard error tells how the recording goes on.",
            "Exit codes: 0 the run ended well or waits at an interrupt,",
            "1 it failed or was cancelled, 2 wrong usage,",
            "3 the server can't be reached or refuses."
        })
final class RecordCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Address of the deployment.")
    private String url = "";

    @Option(names = "--assistant", required = true, paramLabel = "ID", description = "Assistant, by id or graph name.")
    private String assistant = "";

    @Option(
            names = "--thread",
            paramLabel = "ID",
            description = "Thread to run on; made where it does not exist. Without it: a new one.")
    private @Nullable String thread;

    @Option(
            names = "--input",
            paramLabel = "JSON|@FILE",
            description = "The input. Without it: {} on a new thread; a given thread goes on from its last checkpoint.")
    private @Nullable String input;

    @Option(
            names = "--stream-mode",
            split = ",",
            paramLabel = "MODE",
            description = "Stream modes, joined by commas. Without it: debug,updates,values,messages-tuple,custom.")
    private List<String> modes = new ArrayList<>();

    @Option(names = "--header", paramLabel = "'NAME: VALUE'", description = "A request header; may be given again.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The capture to write. A capture of the same thread goes on; no other file is overwritten.")
    private Path out = Path.of("");

    RecordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        RecordPlan plan = RecordPlan.of(surroundings, url, assistant, thread, input, modes, headers, out);
        try (AgentServer server = new AgentServer(plan.deployment())) {
            server.info();
            return record(server, plan);
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
                        failure, place + " has no assistant " + assistant + ".", "Look at the spelling of --assistant.")
                : Report.of(
                        failure,
                        place + " has no assistant " + assistant + " or no thread " + thread + ".",
                        "Look at the spelling of --assistant and --thread.");
    }

    private int record(AgentServer server, RecordPlan plan) throws Stop {
        Recording recording = plan.recording();
        Session session = Session.start(server, recording, plan.request());
        Thread hook = new Thread(() -> whole(session));
        Runtime.getRuntime().addShutdownHook(hook);
        RunStatus status = new Progress(surroundings, session).watch();
        if (!session.began()) {
            unhook(hook);
            discard(session);
            ServerFailure failure = session.failure();
            throw new Stop(Cli.SERVER, failure == null ? "The run was not started." : refusal(failure, plan));
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
