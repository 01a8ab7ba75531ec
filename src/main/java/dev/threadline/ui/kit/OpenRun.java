package dev.threadline.ui.kit;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.RunRecord;
import dev.threadline.run.EventLog;
import dev.threadline.run.Execution;
import dev.threadline.run.Executions;
import dev.threadline.run.RunStatus;
import dev.threadline.run.RunSummary;
import dev.threadline.run.StateHistory;
import dev.threadline.session.Recording;
import dev.threadline.ui.theme.LaneColors;
import dev.threadline.ui.theme.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A recording opened in a tab: the shared projections, the selection and the playhead that its panels meet in.
///
/// JavaFX thread only. The pulse folds what background threads appended, a bounded time a frame.
public final class OpenRun {
    /// Time for what a search found, in nanoseconds, when the folds took all of the frame's.
    private static final long SEARCH = 500_000;

    /// More events than this are caught up on, not followed.
    private static final int MUCH = 4_000;

    /// Time for the folds of a frame while catching up, in nanoseconds: with what panels do, a frame stays below 33 ms.
    private static final long CATCHING_UP = 20_000_000;

    /// Between two frames in which panels draw while catching up, in nanoseconds.
    private static final long SELDOM = 300_000_000;

    private final Recording recording;
    private final Theme theme;
    private final Background background;
    private final Executions executions = new Executions();
    private final StateHistory states = new StateHistory();
    private final RunSummary summary = new RunSummary();
    private final LaneColors colors = new LaneColors();
    private final Selection selection = new Selection();
    private final Playhead playhead = new Playhead();
    private final RunSearch search;
    private final Map<Integer, RunStatus> told = new HashMap<>();
    private int folded;
    private int foldedRun = -1;
    private int coloured;
    private int lines;
    private int revision;
    private boolean behind;
    private boolean draws = true;
    private long drawn;

    /// Opens a recording; nothing is folded yet.
    public OpenRun(Recording recording, Theme theme, Background background) {
        this.recording = recording;
        this.theme = theme;
        this.background = background;
        search = new RunSearch(this);
    }

    /// What was recorded, live or reopened.
    public Recording recording() {
        return recording;
    }

    /// The facts of all events so far.
    public EventLog log() {
        return recording.log();
    }

    /// Task spans and lanes.
    public Executions executions() {
        return executions;
    }

    /// Where states are known.
    public StateHistory states() {
        return states;
    }

    /// Figures of the runs.
    public RunSummary summary() {
        return summary;
    }

    /// Which lane colour a node has.
    public LaneColors colors() {
        return colors;
    }

    /// The appearance.
    public Theme theme() {
        return theme;
    }

    /// Where work goes that may take longer than a pulse.
    public Background background() {
        return background;
    }

    /// What the user points at.
    public Selection selection() {
        return selection;
    }

    /// The moment that the panels show.
    public Playhead playhead() {
        return playhead;
    }

    /// What the user looks for.
    public RunSearch search() {
        return search;
    }

    /// Ends what goes on in the background.
    public void close() {
        search.close();
    }

    /// How many events the projections took; less than the log's size while they catch up.
    public int folded() {
        return folded;
    }

    /// How many events there are, those too that are still being read from the file.
    public int events() {
        return recording.events();
    }

    /// Whether the projections have taken all there is.
    public boolean caughtUp() {
        return !recording.reading() && folded >= log().size();
    }

    /// Whether there is much to catch up: what is newest is not the end, and goes by.
    public boolean behind() {
        return behind;
    }

    /// Whether panels draw what is new in this frame. With much to catch up they do so a few times a second, and the
    /// folds get the rest of the time: all is there sooner. What the user does is drawn at once all the same.
    public boolean draws() {
        return draws;
    }

    /// Grows whenever anything folded changed.
    public int revision() {
        return revision;
    }

    /// Folds new events until the deadline of `System.nanoTime()`, then moves a following playhead to the newest.
    ///
    /// With much to catch up, as when a large capture was opened, it takes more of the frame: the window still
    /// answers, and all is there sooner.
    public void pulse(long deadline) {
        // Asked in this order: what was whole before the size was looked at, has that size.
        boolean whole = !recording.reading();
        int size = log().size();
        int before = folded;
        fold(size, size - folded > MUCH ? Math.max(deadline, System.nanoTime() + CATCHING_UP) : deadline);
        List<Execution> all = executions.all();
        while (coloured < all.size()) {
            colors.of(all.get(coloured++).node());
        }
        boolean news = folded != before;
        if (whole && folded >= size) {
            for (RunRecord run : recording.runs()) {
                news |= tell(run.number(), RunStatus.of(run.status()));
            }
            news |= connections(recording.ledger());
        }
        if (news) {
            revision++;
        }
        follow();
        behind = recording.reading() || size - folded > MUCH;
        draws = !behind || System.nanoTime() - drawn > SELDOM;
        drawn = draws ? System.nanoTime() : drawn;
        search.pulse(Math.max(deadline, System.nanoTime() + SEARCH));
    }

    private void fold(int size, long deadline) {
        EventLog log = log();
        while (folded < size) {
            EventFacts event = log.facts(folded++);
            if (event.run() != foldedRun) {
                foldedRun = event.run();
                tell(foldedRun, RunStatus.RUNNING);
            }
            executions.accept(event);
            states.accept(event);
            summary.accept(event);
            if ((folded & 63) == 0 && System.nanoTime() > deadline) {
                return;
            }
        }
    }

    /// The lines of the ledger that came since the last time.
    private boolean connections(List<ConnectionEntry> ledger) {
        boolean news = lines < ledger.size();
        for (; lines < ledger.size(); lines++) {
            executions.connection(ledger.get(lines));
            states.connection(ledger.get(lines));
            summary.connection(ledger.get(lines));
        }
        return news;
    }

    /// A status is told once; a run that ended is never told to run again.
    private boolean tell(int run, RunStatus status) {
        RunStatus known = told.get(run);
        if (status == known
                || (known != null && known.ended())
                || (known != null && !status.ended() && known != RunStatus.STARTING)) {
            return false;
        }
        told.put(run, status);
        executions.status(run, status);
        states.status(run, status);
        summary.status(run, status);
        return true;
    }

    private void follow() {
        if (playhead.follow().get() && folded > 0) {
            var span = executions.span();
            playhead.seq().set(log().seq(folded - 1));
            if (span != null) {
                playhead.time().set(span.last());
            }
        }
    }
}
