package dev.threadline.form;

import dev.threadline.json.JsonFailure;

/// Why a text is not JSON, and where.
///
/// @param text where it stops being JSON, and why where that can be said, in sentences
/// @param line the line of the first wrong character, from 1
/// @param column its column, from 1
public record TextProblem(String text, int line, int column) {
    /// The problem of a text that could not be read.
    static TextProblem of(JsonFailure failure) {
        return new TextProblem(String.valueOf(failure.getMessage()), failure.line(), failure.column());
    }
}
