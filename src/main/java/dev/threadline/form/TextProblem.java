package dev.threadline.form;

import dev.threadline.json.JsonFailure;

/// Why a text is not JSON, and where.
///
/// @param text one sentence
/// @param line the line of the first wrong character, from 1
/// @param column its column, from 1
public record TextProblem(String text, int line, int column) {
    /// The problem of a text that could not be read.
    static TextProblem of(JsonFailure failure) {
        String said = failure.getMessage() == null
                ? "Not JSON"
                : failure.getMessage().lines().findFirst().orElse("");
        String stop = said.endsWith(".") ? "" : ".";
        return new TextProblem(
                "Not JSON at line " + failure.line() + ", column " + failure.column() + ": " + said + stop,
                failure.line(),
                failure.column());
    }
}
