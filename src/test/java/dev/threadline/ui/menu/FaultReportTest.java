package dev.threadline.ui.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.protocol.Header;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The report of a fault: enough to mend it, and no secret.
class FaultReportTest {
    @Test
    void namesVersionsAndTheFaultButNoSecret() {
        Exception fault = new IllegalStateException(
                "sent Bearer abcd-1234-efgh and {\"key\":\"sk-very-long\"} from /home/ada/agents",
                new IllegalArgumentException("x-team: blue-whale-team"));
        FaultReport report = FaultReport.of(
                fault,
                "stream 7",
                List.of(
                        new Header("Authorization", "Bearer abcd-1234-efgh", true),
                        new Header("x-team", "blue-whale-team", false)),
                Map.of("OPENAI_API_KEY", "sk-very-long", "LANG", "en_GB.UTF-8", "BROKEN_TOKEN", "line\nend-of-it"),
                "/home/ada");
        assertThat(report.text())
                .contains("Threadline ", "Java " + Runtime.version(), "Thread stream 7", "IllegalStateException")
                .contains("Caused by: java.lang.IllegalArgumentException", "from ~/agents", "FaultReportTest.java")
                .doesNotContain("abcd-1234", "sk-very", "blue-whale", "/home/ada");
        assertThat(report.place()).startsWith("java.lang.IllegalStateException at ");
    }
}
