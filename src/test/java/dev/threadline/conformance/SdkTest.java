package dev.threadline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.demo.DemoDeployment;
import dev.threadline.demo.GraphServer;
import dev.threadline.server.SdkScript;
import dev.threadline.server.ServerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The official SDKs use the demo as they would use any deployment.
class SdkTest {
    @ParameterizedTest
    @EnumSource
    void usesTheDemo(ServerKind kind) throws Exception {
        try (GraphServer demo = DemoDeployment.start(0, 200)) {
            SdkScript.Result result = SdkScript.run(kind, demo.address());
            assertThat(result.errors()).isEmpty();
            assertThat(result.status()).isZero();
            assertThat(result.lines())
                    .containsExactly(
                            "ok thread",
                            "ok stream values",
                            "ok stream updates",
                            "ok stream messages",
                            "ok stream messages-tuple",
                            "ok stream custom",
                            "ok stream debug",
                            "ok stream tasks",
                            "ok stream checkpoints",
                            "ok stream events",
                            "ok interrupt",
                            "ok interrupt in the state",
                            "ok resume",
                            "ok history",
                            "ok join",
                            "ok join stream",
                            "ok join stream after an event");
        }
    }
}
