package dev.threadline.server;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests running servers as parameters: `@Js RealServer server`, `@Python RealServer server`.
///
/// One server a kind and test JVM, ended after the last test. Where a kind can't be set up, its tests are skipped with
/// the reason; with `THREADLINE_REQUIRE_SERVERS=1` they fail.
public final class RealServers implements ExecutionCondition, ParameterResolver {
    private static final Namespace SPACE = Namespace.create(RealServers.class);

    private record Wish(ServerKind kind, boolean auth) {}

    /// A server, or why there is none.
    private record Outcome(Optional<RealServer> server, String reason) implements AutoCloseable {
        @Override
        public void close() {
            server.ifPresent(RealServer::close);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if ("1".equals(System.getenv("THREADLINE_REQUIRE_SERVERS"))) {
            return ConditionEvaluationResult.enabled("servers are required");
        }
        return wishes(context)
                .map(wish -> outcome(context, wish))
                .filter(outcome -> outcome.server().isEmpty())
                .findFirst()
                .map(outcome -> ConditionEvaluationResult.disabled(outcome.reason()))
                .orElse(ConditionEvaluationResult.enabled("all servers run"));
    }

    private static Stream<Wish> wishes(ExtensionContext context) {
        Stream<Executable> methods = context.getTestMethod()
                .<Stream<Executable>>map(Stream::of)
                .orElseGet(() -> shared(context.getRequiredTestClass()));
        return methods.flatMap(method -> Arrays.stream(method.getParameters()))
                .map(RealServers::wish)
                .flatMap(Optional::stream);
    }

    private static Stream<Executable> shared(Class<?> type) {
        return Stream.concat(
                Arrays.stream(type.getDeclaredConstructors()),
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(BeforeEach.class)
                                || method.isAnnotationPresent(BeforeAll.class)));
    }

    private static Optional<Wish> wish(Parameter parameter) {
        Js js = parameter.getAnnotation(Js.class);
        Python python = parameter.getAnnotation(Python.class);
        return js != null
                ? Optional.of(new Wish(ServerKind.JS, js.auth()))
                : Optional.ofNullable(python).map(mark -> new Wish(ServerKind.PYTHON, mark.auth()));
    }

    private static Outcome outcome(ExtensionContext context, Wish wish) {
        return context.getRoot().getStore(SPACE).computeIfAbsent(wish, key -> start(wish), Outcome.class);
    }

    private static Outcome start(Wish wish) {
        try {
            return new Outcome(Optional.of(RealServer.start(wish.kind(), wish.auth())), "");
        } catch (SetUp.Missing | IOException e) {
            String reason = "No " + wish.kind() + " server: " + e.getMessage();
            System.err.println("Tests are skipped. " + reason);
            return new Outcome(Optional.empty(), reason);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealServer.class
                && wish(parameter.getParameter()).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Outcome outcome = outcome(context, wish(parameter.getParameter()).orElseThrow());
        return outcome.server().orElseThrow(() -> new ParameterResolutionException(outcome.reason()));
    }
}
