package dev.threadline.cli;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Needle;
import dev.threadline.run.EventCondition;
import dev.threadline.session.Hits;
import dev.threadline.session.Recording;
import dev.threadline.session.Search;
import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `threadline grep`: the events of a capture that hold a text, a line each as they are found.
@Command(
        name = "grep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        resourceBundle = "dev.threadline.cli.help")
final class GrepCommand implements Callable<Integer> {
    private static final Words WORDS = Words.of(GrepCommand.class);
    private static final int FOUND = 0;
    private static final int NOTHING = 1;
    private static final int TROUBLE = 2;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "capture")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "PATTERN", descriptionKey = "grep.pattern")
    private String pattern = "";

    @Option(names = "--node", paramLabel = "N", descriptionKey = "grep.node")
    private @Nullable String node;

    @Option(names = "--mode", paramLabel = "M", descriptionKey = "grep.mode")
    private @Nullable String mode;

    @Option(
            names = {"-i", "--ignore-case"},
            descriptionKey = "grep.ignore-case")
    private boolean ignoreCase;

    @Option(
            names = {"-c", "--count"},
            descriptionKey = "grep.count")
    private boolean count;

    @Option(names = "--json", descriptionKey = "grep.json")
    private boolean json;

    GrepCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop, IOException {
        if (pattern.length() > Needle.LONGEST) {
            throw new Stop(TROUBLE, WORDS.text("grep.long", Integer.toString(Needle.LONGEST)));
        }
        // An empty text stands in every event.
        Needle needle = pattern.isEmpty() ? null : Needle.of(pattern, ignoreCase);
        try (Recording recording = Recording.read(file)) {
            HitLines lines = new HitLines(surroundings, recording, needle, json);
            Search search = new Search(recording, new Search.Query(needle, EventCondition.of(node, mode)));
            PaintedLine progress = new PaintedLine(surroundings);
            search.advance(() -> {
                progress.erase();
                boolean heard = count || lines.write(search.hits());
                progress.paint(WORDS.text(
                        "grep.progress",
                        (double) search.searched() / recording.log().size(),
                        search.hits().size()));
                return heard;
            });
            progress.erase();
            return report(recording, search, lines);
        } catch (CaptureFailure e) {
            throw new Stop(TROUBLE, e.sentence());
        }
    }

    private int report(Recording recording, Search search, HitLines lines) throws IOException {
        Hits hits = search.hits();
        if (count) {
            lines.count(hits.size());
        } else {
            lines.write(hits);
        }
        String damage = recording.damage();
        if (damage != null) {
            surroundings.err().println(damage);
        }
        if (search.unreadable() > 0) {
            surroundings.err().println(WORDS.text("grep.unreadable", search.unreadable()));
        }
        return damage != null || search.unreadable() > 0 ? TROUBLE : hits.size() > 0 ? FOUND : NOTHING;
    }
}
