package dev.threadline.demo;

import java.util.Collection;
import java.util.Optional;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.checkpoint.BaseCheckpointSaver;
import org.bsc.langgraph4j.checkpoint.Checkpoint;

/// Checkpoints to read from; what is written is forgotten, for only the way on is wanted.
final class Lookahead implements BaseCheckpointSaver {
    private final BaseCheckpointSaver real;

    Lookahead(BaseCheckpointSaver real) {
        this.real = real;
    }

    @Override
    public Collection<Checkpoint> list(RunnableConfig config) {
        return real.list(config);
    }

    @Override
    public Optional<Checkpoint> get(RunnableConfig config) {
        return real.get(config);
    }

    @Override
    public RunnableConfig put(RunnableConfig config, Checkpoint checkpoint) {
        return config.withCheckPointId(checkpoint.getId());
    }

    @Override
    public Tag release(RunnableConfig config) throws Exception {
        return real.release(config);
    }
}
