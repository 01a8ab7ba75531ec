package dev.threadline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The events of one run, kept for every reader; appended by the run, read by any number of connections.
final class RunEvents {
    /// An event on the wire.
    ///
    /// @param id sorts as text in the order of the events
    record Event(String id, String name, String data) {}

    private final List<Event> events = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long lastMillis;
    private int sameMillis;
    private boolean closed;

    void add(String name, String data) {
        lock.lock();
        try {
            long now = Math.max(lastMillis, System.currentTimeMillis());
            sameMillis = now == lastMillis ? sameMillis + 1 : 0;
            lastMillis = now;
            events.add(new Event("%d-%06d".formatted(now, sameMillis), name, data));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more will come.
    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How many there are.
    int size() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    /// The place after the event with this id: the first event with a greater one.
    int after(String id) {
        lock.lock();
        try {
            int place = 0;
            while (place < events.size() && events.get(place).id().compareTo(id) <= 0) {
                place++;
            }
            return place;
        } finally {
            lock.unlock();
        }
    }

    /// What a reader gets.
    ///
    /// @param event null where none came in time, or at the end
    /// @param end whether nothing more will come
    record Next(@Nullable Event event, boolean end) {}

    /// The event at a place, waited for a while.
    Next at(int place, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (place >= events.size() && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            return place < events.size() ? new Next(events.get(place), false) : new Next(null, closed);
        } finally {
            lock.unlock();
        }
    }
}
