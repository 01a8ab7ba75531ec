package dev.threadline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The figures of a bench, as a table of Markdown with a line on how they were taken.
final class Table {
    private final String how;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String how, String... head) {
        this.how = how;
        rows.add(List.of(head));
    }

    void add(Object... cells) {
        rows.add(java.util.Arrays.stream(cells).map(String::valueOf).toList());
    }

    /// Prints it and writes it to `target/bench/NAME.md`.
    void write(String name) throws IOException {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(IntStream.range(0, columns)
                    .mapToObj(column -> padded(row.get(column), widths[column], column > 0))
                    .collect(Collectors.joining(" | ", "| ", " |")));
            if (lines.size() == 1) {
                lines.add(IntStream.range(0, columns)
                        .mapToObj(column -> "-".repeat(widths[column] + 1) + (column > 0 ? ":" : "-"))
                        .collect(Collectors.joining("|", "|", "|")));
            }
        }
        String text = how + "\n\n" + String.join("\n", lines) + "\n";
        System.out.println("\n" + text);
        Path file = Path.of("target/bench", name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String padded(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }
}
