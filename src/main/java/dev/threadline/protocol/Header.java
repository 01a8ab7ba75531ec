package dev.threadline.protocol;

import dev.threadline.words.Words;
import java.util.Optional;

/// A request header that a deployment gets with every request.
///
/// A secret value appears nowhere: not in [#toString()], not in answers, events or failures (see [Mask]).
///
/// @param name the header's name, a token in the sense of HTTP
/// @param value what is sent
/// @param secret whether the value is a credential
public record Header(String name, String value, boolean secret) {
    private static final Words WORDS = Words.of(Header.class);

    /// Refuses what HTTP can't carry.
    ///
    /// @throws IllegalArgumentException with a sentence that names the header, never its value
    public Header {
        problem(name, value).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    /// What stops this name and value from being a header, as a sentence without the value; empty where nothing does.
    public static Optional<String> problem(String name, String value) {
        if (name.isEmpty()) {
            return Optional.of(WORDS.text("header.name"));
        }
        if (!name.chars().allMatch(Header::isTokenCharacter)) {
            return Optional.of(WORDS.text("header.name.character", name));
        }
        if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f))) {
            return Optional.of(WORDS.text("header.value.character", name));
        }
        return Optional.empty();
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /// The name alone.
    @Override
    public String toString() {
        return name;
    }
}
