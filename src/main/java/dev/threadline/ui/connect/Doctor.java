package dev.threadline.ui.connect;

import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.protocol.ServerInfo;
import dev.threadline.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Connects to a deployment step by step and says how far it came; stops at the first failure. Background thread.
public final class Doctor {
    private static final Words WORDS = Words.of(Doctor.class);

    /// The steps, in order.
    public enum Step {
        /// The server answers at all.
        REACH(WORDS.text("doctor.reach")),
        /// It says that it is an Agent Server.
        INFO(WORDS.text("doctor.info")),
        /// It lets us in and names its assistants.
        ASSISTANTS(WORDS.text("doctor.assistants"));

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /// What is done, in words.
        public String words() {
            return words;
        }
    }

    /// How a step went.
    ///
    /// @param step which
    /// @param finding what was found, in a few words
    /// @param millis how long it took
    public record Finding(Step step, String finding, long millis) {}

    private Doctor() {}

    /// Connects; each finished step is told on the calling thread.
    ///
    /// @throws ServerFailure of the step that failed; the client is closed then
    public static Connection connect(Deployment deployment, Consumer<Finding> told) throws ServerFailure {
        AgentServer server = new AgentServer(deployment);
        try {
            long start = System.nanoTime();
            ServerInfo info = server.info();
            told.accept(new Finding(Step.REACH, WORDS.text("doctor.answered"), millis(start)));
            String version = String.valueOf(info.langgraphVersion());
            String found = switch (info.kind()) {
                case JS -> WORDS.text("doctor.server.js", info.version(), version);
                case PYTHON -> WORDS.text("doctor.server.python", info.version(), version);
                case UNKNOWN -> WORDS.text("doctor.server", info.version());
            };
            told.accept(new Finding(Step.INFO, found, millis(start)));
            long listing = System.nanoTime();
            List<Assistant> assistants = server.searchAssistants().stream()
                    .sorted(Comparator.comparing(Assistant::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
            told.accept(new Finding(
                    Step.ASSISTANTS, WORDS.text("doctor.found", Integer.toString(assistants.size())), millis(listing)));
            return new Connection(deployment, server, info, assistants);
        } catch (ServerFailure e) {
            server.close();
            throw e;
        }
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
