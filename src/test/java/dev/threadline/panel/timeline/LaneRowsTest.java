package dev.threadline.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.run.EventLog;
import dev.threadline.run.Execution;
import dev.threadline.run.Executions;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Feed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneRowsTest {
    @TempDir
    Path folder;

    private final LaneRows rows = new LaneRows();

    @Test
    void treeOfAnInterruptedSupervisor() throws Exception {
        Executions executions = fold(
                "approval-flows/nested-1-run", RunStatus.WAITING, "approval-flows/nested-3-resume", RunStatus.SUCCESS);
        rows.update(executions.lanes());
        assertThat(names())
                .containsExactly(
                        "supervisor",
                        "research_team",
                        "search",
                        "analyze_team",
                        "extract",
                        "score",
                        "writing_team",
                        "outline",
                        "write");
        assertThat(rows.update(executions.lanes())).isFalse();

        rows.toggle(rows.get(1).lane());
        assertThat(rows.update(executions.lanes())).isTrue();
        assertThat(names()).containsExactly("supervisor", "research_team", "writing_team", "outline", "write");

        Execution score = named(executions, "score");
        assertThat(rows.rowOf(score)).isEqualTo(-1);
        assertThat(rows.visibleRow(score.lane())).isEqualTo(1);
        rows.unfoldTo(score);
        rows.update(executions.lanes());
        assertThat(rows.rowOf(score)).isEqualTo(5);
    }

    @Test
    void parallelTasksStandBelowEachOther() throws Exception {
        Executions executions = fold("research/all-modes-subgraphs", RunStatus.SUCCESS);
        rows.update(executions.lanes());
        assertThat(names())
                .containsExactly("plan", "fetch_source", "fetch_source", "fetch_source", "fetch_source", "synthesize");
        assertThat(executions.all().stream()
                        .filter(each -> each.node().equals("fetch_source"))
                        .map(rows::rowOf))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void manyParallelTasksStartFolded() throws Exception {
        Executions executions = fold("load/research-40-workers", RunStatus.SUCCESS);
        rows.update(executions.lanes());
        assertThat(names()).containsExactly("plan", "fetch_source", "synthesize");
        assertThat(rows.get(1).stacked()).isTrue();
        rows.toggle(rows.get(1).lane());
        rows.update(executions.lanes());
        assertThat(rows.size()).isEqualTo(42);
    }

    @Test
    void busyTimeCountsParallelWorkOnce() throws Exception {
        Executions executions = fold("research/all-modes-subgraphs", RunStatus.SUCCESS);
        rows.update(executions.lanes());
        long longest = 0;
        for (Execution each : executions.all()) {
            if (each.node().equals("fetch_source")) {
                longest = Math.max(longest, each.end() - each.start());
            }
        }
        assertThat(rows.get(1).tracks().busy(0)).isEqualTo(longest);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            names.add(rows.get(i).lane().node());
        }
        return names;
    }

    private static Execution named(Executions executions, String node) {
        return executions.all().stream()
                .filter(each -> each.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private Executions fold(Object... runs) throws Exception {
        Executions executions = new Executions();
        try (Feed feed = new Feed(folder)) {
            for (int i = 0; i < runs.length; i += 2) {
                int from = feed.recording().log().size();
                feed.add((String) runs[i], Integer.MAX_VALUE, (RunStatus) runs[i + 1]);
                EventLog log = feed.recording().log();
                for (int at = from; at < log.size(); at++) {
                    executions.accept(log.facts(at));
                }
                executions.status(i / 2 + 1, (RunStatus) runs[i + 1]);
            }
        }
        return executions;
    }
}
