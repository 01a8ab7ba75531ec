package dev.threadline.protocol;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Replaces secret header values in text that came from a server, before it goes anywhere.
///
/// Custom `x-…` headers come back inside events and run objects (protocol, section 3.4). Values of secret
/// headers with at least 8 characters are looked for, also without their scheme (`Bearer `), and as they stand
/// inside JSON text or JSON text inside JSON text. Safe for any thread.
public final class Mask {
    /// What stands in the place of a secret.
    static final String DOTS = "••••";

    private static final int SHORTEST = 8;
    private final List<String> secrets;

    /// A mask over the secret ones of these headers.
    public Mask(List<Header> headers) {
        Set<String> forms = new LinkedHashSet<>();
        headers.stream().filter(Header::secret).map(Header::value).forEach(value -> {
            addForms(value, forms);
            addForms(value.substring(value.indexOf(' ') + 1).strip(), forms);
        });
        secrets = forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static void addForms(String value, Set<String> forms) {
        if (value.length() < SHORTEST) {
            return;
        }
        Set<String> layer = Set.of(value);
        for (int depth = 0; depth < 3; depth++) {
            forms.addAll(layer);
            Set<String> next = new LinkedHashSet<>();
            layer.forEach(text -> next.addAll(escaped(text)));
            layer = next;
        }
    }

    /// The ways in which servers write the text inside a JSON string.
    private static List<String> escaped(String text) {
        String plain = Json.write(new JsonString(text));
        String inner = plain.substring(1, plain.length() - 1);
        return List.of(inner, inner.replace("/", "\\/"), coded(inner, "%04x"), coded(inner, "%04X"));
    }

    private static String coded(String text, String digits) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            if (c > 0x7e || "<>&'".indexOf(c) >= 0) {
                out.append("\\u").append(String.format(digits, c));
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }

    /// The text without the secrets; the same object where it holds none.
    public String apply(String text) {
        String result = text;
        for (String secret : secrets) {
            if (result.contains(secret)) {
                result = result.replace(secret, DOTS);
            }
        }
        return result;
    }

    /// The same mask for bytes in UTF-8 that were read as Latin-1, so that a text can be masked in pieces.
    String applyToBytes(String latin1) {
        String result = latin1;
        for (String secret : secrets) {
            result = result.replace(bytes(secret), bytes(DOTS));
        }
        return result;
    }

    /// How many bytes at the end of a piece may be the beginning of a secret.
    int overlap() {
        return secrets.stream()
                .mapToInt(secret -> bytes(secret).length() - 1)
                .max()
                .orElse(0);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
