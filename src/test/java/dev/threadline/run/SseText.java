package dev.threadline.run;

import dev.threadline.protocol.WireEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/// Reads the body of a recorded event stream; knows the few rules that recordings need (protocol, section 3.1).
final class SseText {
    private final byte[] body;
    private final NavigableMap<Long, Long> arrivals;
    private final List<WireEvent> events = new ArrayList<>();
    private int at;
    private String name = "";
    private String id = "";
    private boolean hasId;
    private StringBuilder data = new StringBuilder();
    private boolean hasData;

    SseText(byte[] body, NavigableMap<Long, Long> arrivals) {
        this.body = body;
        this.arrivals = arrivals;
    }

    List<WireEvent> events() {
        boolean mark = body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB;
        at = mark ? 3 : 0;
        while (at < body.length) {
            int start = at;
            while (at < body.length && body[at] != '\n' && body[at] != '\r') {
                at++;
            }
            if (at == body.length) {
                break;
            }
            String line = new String(body, start, at - start, StandardCharsets.UTF_8);
            at += body[at] == '\r' && at + 1 < body.length && body[at + 1] == '\n' ? 2 : 1;
            line(line);
        }
        return events;
    }

    private void line(String line) {
        if (line.isEmpty()) {
            dispatch();
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> name = value;
            case "data" -> {
                data.append(hasData ? "\n" : "").append(value);
                hasData = true;
            }
            case "id" -> {
                id = value;
                hasId = true;
            }
            default -> {}
        }
    }

    private void dispatch() {
        if (hasData) {
            Map.Entry<Long, Long> arrival = arrivals.ceilingEntry((long) at);
            long time = (arrival == null ? arrivals.lastEntry() : arrival).getValue();
            events.add(
                    new WireEvent(time, hasId ? id : null, name.isEmpty() ? "message" : name, data.toString(), false));
        }
        name = "";
        data = new StringBuilder();
        hasData = false;
        hasId = false;
    }
}
