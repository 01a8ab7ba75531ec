package dev.threadline.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventKind;
import dev.threadline.run.Execution;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Feed;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the timeline for a person to look at, in `target/shots`, from real recordings.
class TimelineShots extends ApplicationTest {
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private Stage stage;

    @Override
    public void start(Stage given) {
        stage = given;
    }

    @Test
    void mainRun() throws Exception {
        Feed feed = new Feed(folder)
                .add("approval-flows/nested-1-run", ALL, RunStatus.WAITING)
                .add("approval-flows/nested-3-resume", 81, RunStatus.RUNNING);
        shoot("main-run", feed, 1208, 292, panel -> select(panel, "write"));
        shoot("main-run-small", feed, 720, 292, panel -> select(panel, "write"));
    }

    @Test
    void ended() throws Exception {
        Feed feed = new Feed(folder)
                .add("approval-flows/nested-1-run", ALL, RunStatus.WAITING)
                .add("approval-flows/nested-3-resume", ALL, RunStatus.SUCCESS);
        shoot("main-run-ended", feed, 1208, 340, panel -> {});
    }

    @Test
    void waiting() throws Exception {
        Feed feed = new Feed(folder).add("approval-flows/parallel-1-run", ALL, RunStatus.RUNNING);
        shoot("interrupt", feed, 1208, 180, panel -> {
            feed.run(1, RunStatus.RUNNING, feed.last());
            panel.pulse();
            feed.run(1, RunStatus.WAITING, feed.last());
            clock = feed.last() + 134_000_000;
            select(panel, "finance_review");
        });
        clock = 0;
        shoot("interrupt-reopened", feed, 1208, 180, panel -> {});
    }

    @Test
    void others() throws Exception {
        Feed joke = new Feed(folder).add("joke/all-modes-subgraphs", ALL, RunStatus.SUCCESS);
        shoot("joke", joke, 1208, 180, panel -> {});
        Feed fails = new Feed(folder).add("errors/node-fails-for-good", ALL, RunStatus.FAILED);
        shoot("failed", fails, 1208, 180, panel -> {});
        Feed flaky = new Feed(folder).add("flaky/all-modes-subgraphs", ALL, RunStatus.SUCCESS);
        shoot("flaky", flaky, 1208, 180, panel -> {});
        Feed cached = new Feed(folder).add("errors/cached-node", ALL, RunStatus.SUCCESS);
        shoot("cached", cached, 1208, 180, panel -> {});
        Feed workers = new Feed(folder).add("load/research-40-workers", ALL, RunStatus.SUCCESS);
        shoot("research-40-workers", workers, 1208, 292, panel -> {});
        Feed research = new Feed(folder).add("research/all-modes-subgraphs", ALL, RunStatus.SUCCESS);
        shoot("research", research, 1208, 292, panel -> {});
        Feed firehose = new Feed(folder).add("load/firehose-1000-tokens", ALL, RunStatus.SUCCESS);
        shoot("firehose", firehose, 1208, 180, panel -> {});
        Feed custom = new Feed(folder).add("load/firehose-2000-custom", ALL, RunStatus.SUCCESS);
        shoot("custom", custom, 1208, 180, panel -> {});
        Feed dense = new Feed(folder).add("joke/all-modes-subgraphs", 30, RunStatus.RUNNING);
        repeatLastToken(dense, 3000);
        shoot("dense", dense, 720, 180, panel -> {});
        Feed values = new Feed(folder).add("joke/mode-values", ALL, RunStatus.SUCCESS);
        shoot("no-tasks", values, 1208, 180, panel -> {});
        Feed cancelled = new Feed(folder)
                .add("joke/all-modes-subgraphs", 30, RunStatus.CANCELLED)
                .gap();
        shoot("cancelled", cancelled, 720, 180, panel -> {});
    }

    @Test
    void zoomedAndFolded() throws Exception {
        Feed feed = new Feed(folder)
                .add("approval-flows/nested-1-run", ALL, RunStatus.WAITING)
                .add("approval-flows/nested-3-resume", ALL, RunStatus.SUCCESS);
        shoot("zoomed", feed, 1208, 292, panel -> {
            select(panel, "score");
            Execution score = panel.view().run().selection().execution().get();
            panel.view().viewport().show(score.start(), score.end());
        });
        shoot("folded", feed, 1208, 180, panel -> {
            panel.view().toggle(panel.view().data().rows().get(1));
            panel.view().toggle(panel.view().data().rows().get(6));
        });
    }

    @Test
    void card() throws Exception {
        Feed feed = new Feed(folder)
                .add("approval-flows/nested-1-run", ALL, RunStatus.WAITING)
                .add("approval-flows/nested-3-resume", ALL, RunStatus.SUCCESS);
        for (ColorScheme scheme : ColorScheme.values()) {
            Scene[] scene = new Scene[1];
            interact(() -> {
                Theme theme = new Theme();
                theme.choose(scheme);
                OpenRun run = new OpenRun(feed.recording(), theme, new Background());
                run.pulse(Long.MAX_VALUE);
                Execution score = run.executions().all().stream()
                        .filter(each -> each.node().equals("score") && each.run() == 2)
                        .findFirst()
                        .orElseThrow();
                var span = run.executions().span();
                BorderPane root = new BorderPane(new ExecutionCard(run, score, span.first(), span.last()));
                scene[0] = new Scene(root, 400, 280);
                theme.dress(scene[0]);
                stage.setScene(scene[0]);
                stage.show();
            });
            for (int i = 0; i < 20; i++) {
                WaitForAsyncUtils.waitForFxEvents();
            }
            interact(() -> write(picture(scene[0]), "card", scheme));
        }
    }

    private static void repeatLastToken(Feed feed, int times) throws Exception {
        var log = feed.recording().log();
        int last = log.size() - 1;
        while (log.kind(last) != EventKind.MESSAGE_CHUNK) {
            last--;
        }
        String data = feed.recording().payloads().data(log.seq(last));
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < times; i++) {
            feed.event(log.name(last), data, feed.last() + random.nextInt(300) + (i % 500 < 60 ? 1500 : 0));
        }
    }

    private long clock;
    private TimelinePanel shown;

    private static void select(TimelinePanel panel, String node) {
        panel.pulse();
        var all = panel.view().run().executions().all();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).node().equals(node)) {
                panel.view().choose(all.get(i));
                return;
            }
        }
    }

    private void shoot(String name, Feed feed, int width, int height, Consumer<TimelinePanel> prepare)
            throws Exception {
        for (ColorScheme scheme : ColorScheme.values()) {
            WritableImage[] image = new WritableImage[1];
            interact(() -> {
                Theme theme = new Theme();
                theme.choose(scheme);
                OpenRun run = new OpenRun(feed.recording(), theme, new Background());
                TimelinePanel panel = new TimelinePanel(run, () -> clock == 0 ? feed.last() : clock);
                Scene scene = new Scene(new BorderPane(panel.node()), width, height);
                theme.dress(scene);
                run.pulse(Long.MAX_VALUE);
                panel.pulse();
                shown = panel;
                stage.setScene(scene);
                stage.show();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                panel.pulse();
                prepare.accept(panel);
                run.pulse(Long.MAX_VALUE);
                panel.pulse();
                panel.view().touch();
                image[0] = picture(scene);
            });
            for (int i = 0; i < 20; i++) {
                WaitForAsyncUtils.waitForFxEvents();
                interact(() -> {
                    shown.pulse();
                    image[0] = picture(stage.getScene());
                });
            }
            write(image[0], name, scheme);
        }
    }

    private static void write(WritableImage image, String name, ColorScheme scheme) {
        File file =
                new File("target/shots/timeline-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        file.getParentFile().mkdirs();
        try {
            ImageIO.write(pixels(image), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(file).isNotEmpty();
    }

    private static WritableImage picture(Scene scene) {
        var parameters = new javafx.scene.SnapshotParameters();
        parameters.setTransform(Transform.scale(1, 1));
        return scene.getRoot().snapshot(parameters, null);
    }

    private static BufferedImage pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                made.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return made;
    }
}
