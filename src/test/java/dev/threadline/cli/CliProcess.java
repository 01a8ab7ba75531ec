package dev.threadline.cli;

import java.util.List;

/// The command line as a process of its own.
public final class CliProcess {
    private CliProcess() {}

    public static void main(String[] args) {
        if (Cli.run(List.of(args)) instanceof Cli.Exit exit) {
            System.exit(exit.code());
        }
    }
}
