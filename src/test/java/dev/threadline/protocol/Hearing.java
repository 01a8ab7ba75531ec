package dev.threadline.protocol;

import dev.threadline.server.DeliveredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A listener that keeps all it hears.
final class Hearing implements StreamListener {
    private final List<WireEvent> events = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<SpilledEvent> spilled = new ArrayList<>();
    private final CompletableFuture<StreamEnd> end = new CompletableFuture<>();
    private final CompletableFuture<WireEvent> first = new CompletableFuture<>();
    private volatile @Nullable StreamOpened opened;

    @Override
    public void opened(StreamOpened value) {
        opened = value;
    }

    @Override
    public void event(WireEvent event) {
        synchronized (events) {
            events.add(event);
        }
        first.complete(event);
    }

    @Override
    public void spilled(SpilledEvent event) {
        spilled.add(event);
    }

    @Override
    public void comment(String text, long at) {
        comments.add(text);
    }

    @Override
    public void ended(StreamEnd value) {
        end.complete(value);
    }

    StreamOpened opened() {
        return java.util.Objects.requireNonNull(opened);
    }

    StreamEnd end() throws Exception {
        return end.get(60, TimeUnit.SECONDS);
    }

    WireEvent first() throws Exception {
        return first.get(60, TimeUnit.SECONDS);
    }

    List<WireEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    List<DeliveredEvent> delivered() {
        return events().stream()
                .map(event -> new DeliveredEvent(event.id(), event.name(), event.data()))
                .toList();
    }

    List<String> comments() {
        return comments;
    }

    List<SpilledEvent> spills() {
        return spilled;
    }
}
