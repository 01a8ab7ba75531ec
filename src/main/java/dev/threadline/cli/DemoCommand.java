package dev.threadline.cli;

import dev.threadline.demo.DemoDeployment;
import dev.threadline.demo.GraphServer;
import dev.threadline.words.Words;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `threadline demo`: the demo deployment alone, until it is stopped.
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "dev.threadline.cli.help")
final class DemoCommand implements Callable<Integer> {
    private static final Words WORDS = Words.of(DemoCommand.class);
    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "demo.port")
    private int port;

    @Option(names = "--speed", paramLabel = "X", defaultValue = "1", descriptionKey = "demo.speed")
    private double speed = 1;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop, InterruptedException {
        if (port < 0 || port > 65_535 || !(speed > 0)) {
            throw new Stop(Cli.USAGE, WORDS.text("demo.range"));
        }
        try (GraphServer demo = DemoDeployment.start(port, speed)) {
            surroundings.err().println(WORDS.text("demo.at", demo.address()));
            surroundings.err().flush();
            new CountDownLatch(1).await();
            return Cli.DONE;
        } catch (IOException e) {
            throw new Stop(Cli.FAILED, WORDS.text("demo.port", Integer.toString(port), String.valueOf(e.getMessage())));
        }
    }
}
