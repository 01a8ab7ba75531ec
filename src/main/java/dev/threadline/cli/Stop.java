package dev.threadline.cli;

/// The end of a command that can't do what it was asked: a sentence and an exit code.
final class Stop extends Exception {
    private final int code;

    Stop(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    int code() {
        return code;
    }
}
