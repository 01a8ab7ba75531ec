package dev.threadline.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:2024, http://127.0.0.1:2024",
        "'  localhost:2024/ ', http://localhost:2024",
        "HTTPS://Example.com/agents/v1//, https://example.com/agents/v1",
        "my_server:8123, http://my_server:8123",
        "http://[::1]:2024, http://[::1]:2024",
        "http://example.com:80, http://example.com",
    })
    void anAddressIsReadAsPeopleTypeIt(String typed, String address) {
        assertThat(Deployment.parseAddress(typed)).isEqualTo(new Deployment.Address(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "ftp://a",
                "http://",
                "http:///x",
                "http://u:p@a",
                "http://a?x=1",
                "http://a#b",
                "http://a b",
                "http://a:99999",
                "file:///etc"
            })
    void whatIsNoAddressIsRefusedWithASentence(String typed) {
        assertThat(Deployment.parseAddress(typed)).isInstanceOfSatisfying(Deployment.Problem.class, problem -> {
            assertThat(problem.sentence()).endsWith(".");
            assertThat(problem.sentence()).doesNotContain("u:p");
        });
    }

    @Test
    void headerValuesAppearInNoText() {
        Header key = new Header("x-api-key", "very-secret-1", true);
        Deployment deployment = new Deployment("staging", URI.create("https://a/b"), List.of(key));
        assertThat(key.toString()).isEqualTo("x-api-key");
        assertThat(deployment.toString()).isEqualTo("staging (https://a/b)");
        assertThat(deployment.place()).isEqualTo("a");
        assertThatThrownBy(() -> new Header("x-api-key", "very-secret\n1", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The value of the header x-api-key holds a line end or a control character.");
        assertThat(Header.problem("bad name", "")).isPresent();
        assertThat(Header.problem("", "")).isPresent();
    }

    @Test
    void theKeyComesFromTheEnvironmentInTheOrderOfTheSdks() {
        assertThat(ApiKeys.fromEnvironment(Map.of())).isEmpty();
        assertThat(ApiKeys.fromEnvironment(Map.of("LANGGRAPH_API_KEY", " ", "LANGCHAIN_API_KEY", "'c' ")))
                .contains(new Header("x-api-key", "c", true));
        assertThat(ApiKeys.fromEnvironment(Map.of("LANGCHAIN_API_KEY", "c", "LANGSMITH_API_KEY", "s")))
                .contains(new Header("x-api-key", "s", true));
        assertThat(ApiKeys.fromEnvironment(Map.of("LANGGRAPH_API_KEY", "g", "LANGSMITH_API_KEY", "s")))
                .contains(new Header("x-api-key", "g", true));
    }
}
