package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Streams of real servers, harmed by chance: nothing is lost in silence.
///
/// A few dozen faults by default; `-Dcuts=1000` does the whole, `-Dcuts.seed=N` begins elsewhere.
@ExtendWith(RealServers.class)
class CutsTest {
    private static final int CUTS = Integer.getInteger("cuts", 30);
    private static final long SEED = Long.getLong("cuts.seed", 1);
    private static final int FAULTS_A_RUN = 6;
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    @Test
    void aResumableRunIsRecordedAsIfNothingHadHappened(@Js RealServer real) throws Exception {
        Tally tally = cut(real, CUTS, true);
        assertThat(tally.gaps()).isZero();
    }

    @Test
    void whatARunLosesThatIsNotKeptIsSaid(@Js RealServer real) throws Exception {
        cut(real, CUTS / 5, false);
    }

    @Test
    void idsThatRepeatMakeNoDifference(@Python RealServer real) throws Exception {
        Tally tally = cut(real, CUTS / 5, true);
        assertThat(tally.gaps()).isZero();
    }

    @Test
    void aPlainRunOfPythonTellsWhereItBroke(@Python RealServer real) throws Exception {
        cut(real, CUTS / 15, false);
    }

    private Tally cut(RealServer real, int cuts, boolean kept) throws Exception {
        Tally tally = new Tally();
        AtomicLong seeds = new AtomicLong(SEED);
        Callable<Void> worker = () -> {
            while (tally.cuts() < cuts) {
                new CutRun(real, tally, seeds.getAndIncrement(), kept).go(folder, FAULTS_A_RUN);
            }
            return null;
        };
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> workers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                workers.add(pool.submit(worker));
            }
            for (Future<Void> each : workers) {
                each.get();
            }
        } finally {
            System.out.println(real.kind() + (kept ? "" : ", not resumable") + ": " + tally);
        }
        return tally;
    }
}
