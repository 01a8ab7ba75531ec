package dev.threadline.json;

/// A text that is not JSON; the message says what stands where.
public final class JsonFailure extends Exception {
    private final int line;
    private final int column;

    /// A failure at a line and column, both counted from 1.
    public JsonFailure(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /// The line of the first wrong character, from 1.
    public int line() {
        return line;
    }

    /// The column of the first wrong character, from 1.
    public int column() {
        return column;
    }
}
