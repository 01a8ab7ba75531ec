package dev.threadline.protocol;

import dev.threadline.words.Words;
import java.util.List;

/// What a server answered, as far as it is kept to be read or copied by a person: no header values, secrets masked.
///
/// @param request method and address
/// @param status the HTTP status, 0 where no answer came
/// @param statusLine such as `HTTP/1.1 401 Unauthorized`, empty where no answer came
/// @param headerNames names of the answer's headers
/// @param body the body's beginning, at most [#KEPT] characters
/// @param length characters of the whole body
public record RawAnswer(
        String request, int status, String statusLine, List<String> headerNames, String body, long length) {
    private static final Words WORDS = Words.of(RawAnswer.class);

    /// How many characters of a body are kept.
    public static final int KEPT = 16_384;

    /// An answer that never came.
    static RawAnswer none(String request) {
        return new RawAnswer(request, 0, "", List.of(), "", 0);
    }

    /// An answer with this body, cut to [#KEPT].
    static RawAnswer of(String request, int status, String statusLine, List<String> headerNames, String body) {
        String kept = body.length() <= KEPT ? body : body.substring(0, KEPT);
        return new RawAnswer(request, status, statusLine, List.copyOf(headerNames), kept, body.length());
    }

    /// The whole as text to copy; says how much of the body it shows.
    public String toText() {
        StringBuilder out = new StringBuilder(request).append('\n');
        if (status == 0) {
            return out.append(WORDS.text("answer.none")).toString();
        }
        out.append(statusLine).append('\n');
        out.append(WORDS.text("answer.headers", String.join(", ", headerNames))).append("\n\n");
        out.append(body.isEmpty() ? WORDS.text("answer.empty") : body);
        if (length > body.length()) {
            out.append('\n').append(WORDS.text("answer.part", Integer.toString(body.length()), Long.toString(length)));
        }
        return out.toString();
    }
}
