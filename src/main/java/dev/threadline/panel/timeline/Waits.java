package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.run.Executions;
import dev.threadline.run.Question;
import dev.threadline.run.RunSummary;
import dev.threadline.run.RunTotals;

/// How long a waiting execution waits: from its question to the execution that goes on with it (look, section 8).
final class Waits {
    private final Executions executions;
    private final RunSummary summary;

    Waits(Executions executions, RunSummary summary) {
        this.executions = executions;
        this.summary = summary;
    }

    /// When the wait ended, or [EventFacts#NO_TIME] while nobody has answered.
    long until(Execution waiting) {
        for (RunTotals run : summary.runs()) {
            if (run.number() > waiting.run()) {
                Execution next = executions.find(run.number(), waiting.namespace(), waiting.task());
                if (next != null) {
                    return next.start();
                }
                if (!asked(waiting)) {
                    return Math.max(waiting.end(), begin(run));
                }
            }
        }
        return EventFacts.NO_TIME;
    }

    /// When a run began, on the server's clock.
    long begin(RunTotals run) {
        return run.first() == EventFacts.NO_TIME ? EventFacts.NO_TIME : run.first() + executions.clockOffset();
    }

    private boolean asked(Execution waiting) {
        String inside = waiting.namespace().isEmpty()
                ? waiting.node() + ":" + waiting.task()
                : waiting.namespace() + "|" + waiting.node() + ":" + waiting.task();
        for (Question question : executions.interrupts()) {
            if (waiting.task().equals(question.task()) || question.namespace().startsWith(inside)) {
                return true;
            }
        }
        return false;
    }
}
