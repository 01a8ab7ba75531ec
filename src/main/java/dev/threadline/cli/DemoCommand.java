package dev.threadline.cli;

import dev.threadline.demo.DemoDeployment;
import dev.threadline.demo.GraphServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `threadline demo`: the demo deployment alone, until it is stopped.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Serves the demo's graphs on this machine, with the Agent Server's interface, until it is stopped.")
final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "N", description = "The port; any that is free without it.")
    private int port;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How fast the graphs work: 1 is a pace to watch, 10 is ten times as fast.")
    private double speed = 1;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop, InterruptedException {
        if (port < 0 || port > 65_535 || !(speed > 0)) {
            throw new Stop(Cli.USAGE, "A port is between 0 and 65535, and a speed above 0.");
        }
        try (GraphServer demo = DemoDeployment.start(port, speed)) {
            surroundings.err().println("The demo is at " + demo.address() + ". Ctrl C stops it.");
            surroundings.err().flush();
            new CountDownLatch(1).await();
            return Cli.DONE;
        } catch (IOException e) {
            throw new Stop(Cli.FAILED, "The port " + port + " can't be used: " + e.getMessage() + ".");
        }
    }
}
