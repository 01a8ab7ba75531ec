package dev.threadline.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a session waits before it acts on its own.
///
/// @param attempts after how many fruitless tries in a row a run is given up
/// @param first the pause after the first of them; each further one is twice as long
/// @param longest the longest pause
/// @param quiet how long a stream may bring no event before it counts as quiet
/// @param probe how often the server is asked about the run of a quiet stream
/// @param dead how long a stream that had heartbeats may bring none before it is cut
/// @param grace how long a stream stays open after its run has ended
/// @param filling how long after a look into a thread's history none is taken: a stream can be all gaps
record Patience(
        int attempts,
        Duration first,
        Duration longest,
        Duration quiet,
        Duration probe,
        Duration dead,
        Duration grace,
        Duration filling) {
    /// What people get: about a minute of tries, which is longer than a development server takes to start
    /// again.
    static final Patience USUAL = new Patience(
            10,
            Duration.ofMillis(500),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(20),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2));

    /// The pause after so many fruitless tries: none after a fruitful one. Half of it is left to chance, so
    /// that the many who lost a server at one moment do not come back at one moment.
    Duration pause(int fruitless, RandomGenerator chance) {
        if (fruitless == 0) {
            return Duration.ZERO;
        }
        long doubled = first.toMillis() << Math.min(fruitless - 1, 20);
        long most = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(most / 2 + chance.nextLong(most / 2 + 1));
    }
}
