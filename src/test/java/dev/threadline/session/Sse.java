package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.server.DeliveredEvent;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Exports read back as events.
final class Sse {
    private Sse() {}

    static List<DeliveredEvent> of(Recording recording, int run) throws Exception {
        return DeliveredEvent.of(text(recording, run, Export.Format.SSE).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Recording recording, int run, Export.Format format) throws Exception {
        StringWriter out = new StringWriter();
        assertThat(Export.write(recording, run, format, out)).isZero();
        return out.toString();
    }
}
