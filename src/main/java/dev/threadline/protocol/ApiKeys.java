package dev.threadline.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The API key that the environment holds, looked up as the LangGraph SDKs do (protocol, section 1).
public final class ApiKeys {
    private static final List<String> NAMES = List.of("LANGGRAPH_API_KEY", "LANGSMITH_API_KEY", "LANGCHAIN_API_KEY");

    private ApiKeys() {}

    /// The first key that is set, as a secret `x-api-key` header; quotes and spaces around it go.
    ///
    /// @throws IllegalArgumentException with a sentence that names the header where the value can't be sent
    public static Optional<Header> fromEnvironment(Map<String, String> env) {
        return NAMES.stream()
                .map(name -> bare(env.getOrDefault(name, "")))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> new Header("x-api-key", value, true));
    }

    private static String bare(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
