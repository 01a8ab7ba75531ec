package dev.threadline;

import dev.threadline.demo.DemoDeployment;
import dev.threadline.demo.GraphServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.connect.Doctor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The demo deployment of a window: started when it is first wanted, ended with the window. Safe for any thread.
final class Demo implements AutoCloseable {
    private @Nullable GraphServer server;

    /// A connection to the demo, as to any deployment; blocks.
    ///
    /// @throws IOException where no port is free
    synchronized Connection connection() throws IOException, ServerFailure {
        GraphServer running = server;
        if (running == null) {
            running = DemoDeployment.start(0, 1);
            server = running;
        }
        return Doctor.connect(new Deployment("demo", running.address(), List.of()), finding -> {});
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }
}
