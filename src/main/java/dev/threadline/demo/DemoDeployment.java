package dev.threadline.demo;

import java.io.IOException;
import java.util.List;
import org.bsc.langgraph4j.GraphStateException;

/// The demo: six graphs that need no model, no key and no network, each showing another side of agents.
public final class DemoDeployment {
    /// The graph that a first look is best spent on.
    public static final String FIRST = "trip_planner";

    private DemoDeployment() {}

    /// Serves the demo at a port of this machine, 0 for any that is free, at a pace: 1 for people, more for tests.
    ///
    /// @throws IOException where the port is taken
    public static GraphServer start(int port, double speed) throws IOException {
        return GraphServer.start(port, speed, graphs());
    }

    static List<ServedGraph> graphs() {
        try {
            return List.of(
                    TripGraph.served(),
                    MarketGraph.served(),
                    PurchaseGraph.served(),
                    NewsroomGraph.served(),
                    ImportGraph.served(),
                    GardenGraph.served());
        } catch (GraphStateException e) {
            throw new IllegalStateException(e);
        }
    }
}
