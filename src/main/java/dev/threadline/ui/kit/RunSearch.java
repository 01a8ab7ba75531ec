package dev.threadline.ui.kit;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.Needle;
import dev.threadline.run.EventCondition;
import dev.threadline.run.EventLog;
import dev.threadline.run.Execution;
import dev.threadline.session.Hits;
import dev.threadline.session.Search;
import dev.threadline.session.Search.Query;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What the user looks for in one run tab, and what was found so far; panels mark it. JavaFX thread only.
///
/// The search goes on in the background and along with a run that grows; a new one ends the one before. The pulse looks
/// what came of it.
public final class RunSearch {
    /// What is looked for at first: nothing.
    public static final Query NOTHING = new Query(null, EventCondition.ANY);
    private static final long LIVE_PAUSE = 250_000_000;

    /// How it stands.
    public enum State {
        /// Nothing is looked for.
        OFF,
        /// Events are being looked at.
        RUNNING,
        /// All events there are were looked at.
        DONE,
        /// The user stopped it before that.
        STOPPED,
        /// The file can't be read.
        FAILED
    }

    private final OpenRun run;
    private final HitPlaces places;
    private final Facets facets;
    private final BooleanProperty onlyMatches = new SimpleBooleanProperty(this, "onlyMatches", false);
    private Query query = NOTHING;
    private @Nullable Search search;
    private Background.@Nullable Job job;
    private AtomicBoolean goOn = new AtomicBoolean();
    private State state = State.OFF;
    private String failure = "";
    private long ended;
    private long seen = -1;
    private int revision;

    RunSearch(OpenRun run) {
        this.run = run;
        places = new HitPlaces(run);
        facets = new Facets(run.log());
        onlyMatches.subscribe((before, now) -> revision++);
    }

    /// Looks for something else; a query that every event answers to ends the search.
    public void look(Query wanted) {
        if (wanted.equals(query)) {
            return;
        }
        halt();
        query = wanted;
        search = null;
        state = State.OFF;
        places.reset();
        revision++;
        if (wanted.any()) {
            onlyMatches.set(false);
        } else {
            search = new Search(run.recording(), wanted);
            start(search);
        }
    }

    /// Stops where it is; what was found stays.
    public void stop() {
        if (state == State.RUNNING) {
            halt();
            state = State.STOPPED;
            revision++;
        }
    }

    /// What is looked for.
    public Query query() {
        return query;
    }

    /// The text that is looked for, or null.
    public @Nullable Needle needle() {
        return query.needle();
    }

    /// How it stands.
    public State state() {
        return state;
    }

    /// Why the file can't be read, or `""`.
    public String failure() {
        return failure;
    }

    /// What was found so far.
    public Hits hits() {
        return search == null ? Hits.NONE : search.hits();
    }

    /// Where the hits are, for a picture of them.
    public HitPlaces places() {
        return places;
    }

    /// Whether something is looked for that an execution does not hold.
    public boolean dims(Execution execution) {
        return state != State.OFF && !places.has(execution);
    }

    /// How many events were looked at so far.
    public int searched() {
        return search == null ? 0 : search.searched();
    }

    /// How many payloads could not be read.
    public long unreadable() {
        return search == null ? 0 : search.unreadable();
    }

    /// Which nodes and modes there are to choose from.
    public Facets facets() {
        return facets;
    }

    /// Whether events without a match are hidden.
    public BooleanProperty onlyMatches() {
        return onlyMatches;
    }

    /// Grows whenever something else is looked for or more was found.
    public int revision() {
        return revision;
    }

    /// The number of the hit that is selected, from 0; -1 where none is.
    public int current() {
        int event = selected();
        return event >= 0 && hits().has(event) ? hits().before(event) : -1;
    }

    /// Selects the next hit after what is selected, or with -1 the one before; behind the last comes the first.
    public void go(int step) {
        Hits hits = hits();
        int size = hits.size();
        if (size == 0) {
            return;
        }
        int event = selected();
        int next = step > 0 ? hits.before(event + 1) : hits.before(Math.max(0, event)) - 1;
        show(hits.index(Math.floorMod(next, size)));
    }

    private int selected() {
        return run.log().indexOf(run.selection().event().get());
    }

    private void show(int event) {
        EventFacts facts = run.log().facts(event);
        run.selection().event().set(facts.seq());
        run.selection().execution().set(run.executions().of(facts));
        run.playhead().pin(run.executions().time(facts), facts.seq());
    }

    /// Looks what came, until a deadline of `System.nanoTime()` at most.
    void pulse(long deadline) {
        facets.take(deadline);
        Search now = search;
        if (now == null) {
            return;
        }
        EventLog log = run.log();
        if (state == State.DONE && now.searched() < log.size() && System.nanoTime() - ended > LIVE_PAUSE) {
            start(now);
        }
        places.take(now.hits(), deadline);
        long here = (((long) now.searched() << 32) + now.hits().size()) * 31 + places.size();
        if (here != seen) {
            seen = here;
            revision++;
        }
    }

    private void start(Search wanted) {
        state = State.RUNNING;
        AtomicBoolean mayGoOn = new AtomicBoolean(true);
        goOn = mayGoOn;
        job = run.background()
                .start(
                        () -> {
                            wanted.advance(mayGoOn::get);
                            return true;
                        },
                        done -> end(State.DONE, ""),
                        e -> end(State.FAILED, e instanceof CaptureFailure read ? read.sentence() : e.toString()));
    }

    private void end(State how, String why) {
        state = how;
        failure = why;
        ended = System.nanoTime();
        revision++;
    }

    private void halt() {
        goOn.set(false);
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /// Ends the search for good.
    void close() {
        halt();
    }
}
