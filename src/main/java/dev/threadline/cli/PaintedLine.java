package dev.threadline.cli;

/// A line on standard error that is painted over while somebody watches; nothing where nobody does.
final class PaintedLine {
    private static final String CLEAR = "\r\u001b[K";

    private final Surroundings surroundings;

    PaintedLine(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void paint(String text) {
        print(CLEAR + text);
    }

    void erase() {
        print(CLEAR);
    }

    private void print(String text) {
        if (surroundings.terminal()) {
            surroundings.err().print(text);
            surroundings.err().flush();
        }
    }
}
