package dev.threadline;

/// The program: reads the command line, opens the window.
public final class App {
    private App() {}

    /// Starts Threadline with the given command line.
    public static void main(String[] args) {
        System.out.println("Threadline " + args.length);
    }
}
