package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.Execution.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExecutionsTest {
    private final Executions executions = new Executions();
    private final RunSummary summary = new RunSummary();
    private long seq;
    private int run;

    /// Folds recordings as the runs of one capture.
    private void fold(String name, RunStatus end) {
        Recording recording = Recording.read(name + ".sse");
        run++;
        List<EventFacts> facts = recording.facts(run, seq + 1);
        seq += facts.size();
        facts.forEach(executions::accept);
        facts.forEach(summary::accept);
        executions.status(run, end);
        summary.status(run, end);
    }

    private void event(String name, String data) {
        seq++;
        WireEvent event = new WireEvent(1_000 * seq, null, name, data, false);
        executions.accept(EventDecoder.decode(seq, Math.max(1, run), event));
    }

    private List<String> bars() {
        return executions.all().stream()
                .map(each -> each.run() + " " + each.lane().path() + " " + each.state())
                .toList();
    }

    @Test
    void aResumedTaskIsASecondBarOfTheSameLane() {
        fold("js/approval-flows/single-1-run", RunStatus.WAITING);
        assertThat(bars()).containsExactly("1 draft DONE", "1 human_review WAITING");
        assertThat(executions.interrupts()).singleElement().satisfies(question -> {
            assertThat(question.node()).isEqualTo("human_review");
            assertThat(question.run()).isEqualTo(1);
        });
        fold("js/approval-flows/single-3-resume", RunStatus.SUCCESS);
        assertThat(bars())
                .containsExactly("1 draft DONE", "1 human_review WAITING", "2 human_review DONE", "2 finalize DONE");
        assertThat(executions.all().get(2).earlier()).isSameAs(executions.all().get(1));
        assertThat(executions.interrupts()).isEmpty();
        assertThat(summary.waited()).isGreaterThanOrEqualTo(0);
        assertThat(summary.runs()).extracting(RunTotals::status).containsExactly(RunStatus.WAITING, RunStatus.SUCCESS);
    }

    @Test
    void ofTwoQuestionsTheUnansweredOneStays() {
        for (String server : List.of("js", "python")) {
            ExecutionsTest each = new ExecutionsTest();
            each.fold(server + "/approval-flows/parallel-1-run", RunStatus.WAITING);
            assertThat(each.executions.interrupts())
                    .extracting(Question::node)
                    .containsExactlyInAnyOrder("finance_review", "legal_review");
            each.fold(server + "/approval-flows/parallel-3-resume-one-by-id", RunStatus.WAITING);
            assertThat(each.executions.interrupts())
                    .extracting(Question::node)
                    .as(server)
                    .containsExactly("finance_review");
            each.fold(server + "/approval-flows/parallel-5-resume-rest", RunStatus.SUCCESS);
            assertThat(each.executions.interrupts()).as(server).isEmpty();
            assertThat(each.bars())
                    .as(server)
                    .contains("3 legal_review CACHED", "3 finance_review DONE", "3 finalize DONE");
        }
    }

    @Test
    void aNestedQuestionIsAskedOnceAtItsInnermostPlace() {
        fold("js/approval-flows/nested-1-run", RunStatus.WAITING);
        assertThat(executions.interrupts()).singleElement().satisfies(question -> {
            assertThat(question.node()).isEqualTo("score");
            assertThat(question.namespace()).startsWith("research_team:").contains("|analyze_team:");
        });
        assertThat(executions.all())
                .filteredOn(each -> each.state() == State.WAITING)
                .extracting(each -> each.lane().path())
                .containsExactly("research_team", "research_team/analyze_team", "research_team/analyze_team/score");
        fold("js/approval-flows/nested-3-resume", RunStatus.SUCCESS);
        assertThat(executions.interrupts()).isEmpty();
        assertThat(executions.all()).filteredOn(each -> each.run() == 2).allMatch(each -> each.state() == State.DONE);
    }

    @Test
    void aCachedUpdateGoesToTheTaskThatWasDoneBefore() {
        fold("python/control/cancel-interrupt-1-stream", RunStatus.CANCELLED);
        assertThat(executions.all())
                .extracting(Execution::state)
                .containsExactly(State.DONE, State.CANCELLED, State.CANCELLED, State.DONE);
        fold("python/control/cancel-interrupt-8-go-on", RunStatus.SUCCESS);
        Execution cached = executions.all().stream()
                .filter(each -> each.state() == State.CACHED)
                .findFirst()
                .orElseThrow();
        assertThat(cached.earlier()).isSameAs(executions.all().get(3));
    }

    @Test
    void fortyWorkersStandBelowEachOther() {
        fold("js/load/research-40-workers", RunStatus.SUCCESS);
        Lane workers = executions.lanes().stream()
                .filter(lane -> lane.node().equals("fetch_source"))
                .findFirst()
                .orElseThrow();
        assertThat(workers.rows()).isEqualTo(40);
        assertThat(workers.executions()).hasSize(40).allMatch(each -> each.updateSeq() > 0 && each.fanOut());
    }

    @Test
    void callbacksTellOfSendToo() {
        String metadata = "{\"langgraph_triggers\":[\"__pregel_push\"],\"langgraph_checkpoint_ns\":\"n:t\"}";
        event("events", "{\"event\":\"on_chain_start\",\"tags\":[\"graph:step:2\"],\"metadata\":" + metadata + "}");
        assertThat(executions.all()).singleElement().matches(Execution::fanOut);
    }

    @Test
    void anUpdateCutToNothingGivesWayToTheResult() {
        event("tasks", "{\"id\":\"t\",\"name\":\"n\",\"input\":{}}");
        event("updates", "{\"n\":null}");
        event("tasks", "{\"id\":\"t\",\"name\":\"n\",\"result\":{\"a\":1}}");
        assertThat(executions.all().getFirst().updateSeq()).isZero();
        assertThat(executions.all().getFirst().resultSeq()).isEqualTo(3);
        assertThat(executions.of(EventDecoder.decode(2, 1, new WireEvent(1, null, "updates", "{\"n\":null}", false))))
                .isSameAs(executions.all().getFirst());
    }

    @Test
    void aTaskWhoseStartWasMissedBeginsWithTheFirstInside() {
        fold("python/control/join-same-ms-2-from-a-repeated-id", RunStatus.SUCCESS);
        Execution team = executions.all().getFirst();
        assertThat(team.lane().path()).isEqualTo("research_team");
        assertThat(team.startSeq()).isZero();
        assertThat(team.step()).isEqualTo(2);
        assertThat(team.group()).isTrue();
        assertThat(executions.all())
                .filteredOn(each -> each.parent() == team)
                .isNotEmpty()
                .allMatch(each -> each.start() >= team.start() && each.end() <= team.end());
    }

    @Test
    void aNamespaceThatNamesNoTaskMakesNoSecondBar() {
        event("tasks", "{\"id\":\"t\",\"name\":\"tools\",\"input\":{}}");
        event("tasks|tools:call_1", "{\"id\":\"u\",\"name\":\"inner\",\"input\":{}}");
        assertThat(bars()).containsExactly("1 tools RUNNING", "1 tools/inner RUNNING");
    }

    @Test
    void aTaskHandedOverToTheParentIsDone() {
        event("tasks", "{\"id\":\"t\",\"name\":\"n\",\"input\":{},\"triggers\":[]}");
        event("tasks", "{\"id\":\"t\",\"name\":\"n\",\"error\":{\"name\":\"ParentCommand\"},\"result\":{}}");
        assertThat(bars()).containsExactly("1 n DONE");
    }

    @Test
    void aLaterCheckpointClosesWhatIsOpen() {
        event("debug", debug(1, "task", "\"id\":\"t\",\"name\":\"a\",\"input\":{}"));
        event("debug", debug(1, "task", "\"id\":\"u\",\"name\":\"b\",\"input\":{}"));
        event("updates", "{\"b\":{}}");
        event("debug", debug(0, "checkpoint", "\"values\":{}"));
        assertThat(bars()).containsExactly("1 a RUNNING", "1 b RUNNING");
        event("debug", debug(1, "checkpoint", "\"values\":{}"));
        assertThat(bars()).containsExactly("1 a UNKNOWN", "1 b DONE");
    }

    @Test
    void theEndOfTheRunClosesTheRestAndALaterWordCorrectsIt() {
        event("tasks", "{\"id\":\"t\",\"name\":\"a\",\"input\":{}}");
        event("error", "{\"error\":\"Error\",\"message\":\"rollback\"}");
        assertThat(bars()).containsExactly("1 a FAILED");
        executions.status(1, RunStatus.CANCELLED);
        assertThat(bars()).containsExactly("1 a CANCELLED");
    }

    @Test
    void aResultWithoutAStartStillShows() {
        event("debug", debug(1, "task_result", "\"id\":\"t\",\"name\":\"a\",\"result\":{}"));
        assertThat(bars()).containsExactly("1 a DONE");
        assertThat(executions.all().getFirst().startSeq()).isZero();
    }

    @Test
    void arrivalsMoveToTheServersClockOnceItIsKnown() {
        event("tasks", "{\"id\":\"t\",\"name\":\"a\",\"input\":{}}");
        event("custom", "1");
        executions.connection(new ConnectionEntry(1, 2, 2_500, ConnectionEntry.Kind.GAP, null));
        assertThat(executions.all().getFirst().start()).isEqualTo(1_000);
        event("debug", debug(0, "checkpoint", "\"values\":{}"));
        long offset = executions.clockOffset();
        assertThat(offset).isEqualTo(ServerTime.micros("2026-11-22T05:00:00.000Z") - 3_000);
        assertThat(executions.all().getFirst().start()).isEqualTo(1_000 + offset);
        assertThat(executions.marks().get("").times().get(0)).isEqualTo(2_000 + offset);
        assertThat(executions.gaps().getFirst().time()).isEqualTo(2_500 + offset);
    }

    /// Debug and tasks and callbacks together make the same bars as debug alone.
    @Test
    void modesTogetherDoNotCountTwice() {
        for (String server : List.of("js", "python")) {
            ExecutionsTest all = new ExecutionsTest();
            all.fold(server + "/supervisor/all-modes-subgraphs", RunStatus.SUCCESS);
            ExecutionsTest debug = new ExecutionsTest();
            debug.fold(server + "/supervisor/mode-debug-subgraphs", RunStatus.SUCCESS);
            assertThat(all.bars()).as(server).isEqualTo(debug.bars());
        }
    }

    /// Whatever is missing from a stream, after its end no bar is open and no end lies before its start.
    @Test
    void closesEveryBarWhateverIsMissing() {
        long seed = 0;
        for (Path file : Recording.all()) {
            Random random = new Random(++seed);
            Executions some = new Executions();
            StateHistory history = new StateHistory();
            for (EventFacts event : Recording.read(file).facts(1, 1)) {
                if (random.nextInt(4) > 0) {
                    some.accept(event);
                    history.accept(event);
                }
            }
            RunStatus[] ends = {RunStatus.SUCCESS, RunStatus.FAILED, RunStatus.CANCELLED, RunStatus.WAITING};
            some.status(1, ends[random.nextInt(ends.length)]);
            assertThat(some.all())
                    .as("%s, seed %d", file, seed)
                    .allMatch(each -> each.state() != State.RUNNING && each.end() >= each.start());
            for (String namespace : history.namespaces()) {
                List<Long> seqs = new ArrayList<>();
                history.points(namespace).forEach(point -> seqs.add(point.seq()));
                assertThat(seqs).as("%s, seed %d", file, seed).isSorted();
            }
        }
    }

    private static String debug(int step, String type, String payload) {
        return "{\"step\":%d,\"type\":\"%s\",\"timestamp\":\"2026-11-22T05:00:00.000Z\",\"payload\":{%s}}"
                .formatted(step, type, payload);
    }
}
