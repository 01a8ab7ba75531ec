package dev.threadline.protocol;

import dev.threadline.words.Words;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/// The reading of one event stream: bytes in, a listener's events and comments out, secrets masked.
///
/// okhttp-sse parses the blocks; [EventBlocks] adds what it hides. One thread; only [#lastByteAt] is safe for others.
final class EventReader {
    private static final Words WORDS = Words.of(EventReader.class);
    private static final MediaType EVENTS = MediaType.get("text/event-stream");

    private final EventBlocks blocks;
    private final Mask mask;
    private final StreamListener listener;

    EventReader(Source bytes, Mask mask, long limit, StreamListener listener) {
        this.mask = mask;
        this.listener = listener;
        this.blocks = new EventBlocks(bytes, mask, limit, new EventBlocks.Observer() {
            @Override
            public void notAnEvent(String text, long at) {
                listener.comment(text, at);
            }

            @Override
            public void spilled(SpilledEvent event) {
                listener.spilled(event);
            }
        });
    }

    long lastByteAt() {
        return blocks.lastByteAt();
    }

    /// Reads to the end of the body.
    ///
    /// @throws IOException where it breaks off
    void read() throws IOException {
        Events events = new Events();
        // A stand-in response: okhttp-sse wants one, and the real one's body is already being read.
        EventSources.processResponse(
                new Response.Builder()
                        .request(new Request.Builder().url("http://localhost/").build())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(Okio.buffer(blocks), EVENTS, -1))
                        .build(),
                events);
        switch (events.broken) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// Text of an event that the end cut off, or null; to be asked once, after [#read()].
    @Nullable
    String cutTail() {
        try {
            return blocks.cutTail();
        } catch (IOException e) {
            return WORDS.text("stream.tail-lost", String.valueOf(e.getMessage()));
        }
    }

    /// What okhttp-sse reports, joined with the facts that it hides.
    private final class Events extends EventSourceListener {
        private @Nullable Throwable broken;

        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            EventBlocks.Facts facts = blocks.nextFacts();
            String clean = mask.apply(data);
            listener.event(WireEvent.of(
                    facts.receivedAt(),
                    facts.id() == null ? null : mask.apply(facts.id()),
                    type == null ? "message" : mask.apply(type),
                    clean,
                    !clean.equals(data),
                    facts.bytes()));
        }

        @Override
        public void onFailure(EventSource source, @Nullable Throwable cause, @Nullable Response response) {
            broken = cause == null ? new IOException(WORDS.text("stream.broken")) : cause;
        }
    }
}
