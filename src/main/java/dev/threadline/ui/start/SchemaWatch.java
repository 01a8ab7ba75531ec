package dev.threadline.ui.start;

import dev.threadline.form.FormModel;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.kit.Background;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks a form's value against its schema in the background, a moment after the last change.
final class SchemaWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaWatch.class);
    private static final Duration MOMENT = Duration.millis(120);

    private final FormModel model;
    private final Background background;
    private final PauseTransition pause = new PauseTransition(MOMENT);
    private Background.@Nullable Job job;
    private long seen = -1;

    SchemaWatch(FormModel model, Background background) {
        this.model = model;
        this.background = background;
        pause.setOnFinished(event -> check());
        model.listen(this::look);
    }

    /// Plans a check where the value is newer than the last one planned.
    void look() {
        if (model.version() != seen) {
            seen = model.version();
            pause.playFromStart();
        }
    }

    private void check() {
        Background.Job before = job;
        if (before != null) {
            before.cancel();
        }
        long version = model.version();
        JsonValue value = model.value();
        job = background.start(
                () -> model.schemaCheck().problems(value),
                found -> model.accept(version, found),
                failure -> LOG.warn("A form's value could not be checked against its schema.", failure));
    }
}
