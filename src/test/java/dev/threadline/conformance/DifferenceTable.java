package dev.threadline.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The table in `docs/demo-differences.md`: where the demo may differ from the Python server, and why.
///
/// In the columns exchange and place `*` stands for any text and `{a,b}` makes a row for each. In the others
/// `there` stands for anything but `absent`; all else is what stands there.
final class DifferenceTable {
    private static final Path FILE = Path.of("docs/demo-differences.md");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]+,[^{}]+)\\}");

    /// A row.
    private record Row(String exchange, String place, String python, String demo) {
        boolean tells(Difference difference) {
            return glob(exchange, difference.exchange())
                    && glob(place, difference.place())
                    && stands(python, difference.python())
                    && stands(demo, difference.demo());
        }

        private static boolean glob(String told, String text) {
            return Pattern.matches(Pattern.quote(told).replace("*", "\\E.*\\Q"), text);
        }

        private static boolean stands(String told, String text) {
            return told.equals("there") ? !text.equals("absent") : told.equals(text);
        }
    }

    private final List<Row> rows;

    private DifferenceTable(List<Row> rows) {
        this.rows = rows;
    }

    static DifferenceTable read() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            if (cells.length == 7 && cells[1].contains("`")) {
                if (cells[5].isBlank()) {
                    throw new IllegalStateException("A row has no reason: " + line);
                }
                for (String exchange : expanded(bare(cells[1]))) {
                    for (String place : expanded(bare(cells[2]))) {
                        rows.add(new Row(exchange, place, bare(cells[3]), bare(cells[4])));
                    }
                }
            }
        }
        return new DifferenceTable(rows);
    }

    /// The differences that no row tells.
    List<Difference> unwritten(List<Difference> found) {
        return found.stream()
                .filter(difference -> rows.stream().noneMatch(row -> row.tells(difference)))
                .toList();
    }

    /// The rows that tell no difference.
    List<String> gone(List<Difference> found) {
        return rows.stream()
                .filter(row -> found.stream().noneMatch(row::tells))
                .map(Row::toString)
                .toList();
    }

    private static List<String> expanded(String cell) {
        Matcher braces = BRACES.matcher(cell);
        if (!braces.find()) {
            return List.of(cell);
        }
        List<String> all = new ArrayList<>();
        for (String each : braces.group(1).split(",", -1)) {
            all.addAll(expanded(cell.substring(0, braces.start()) + each + cell.substring(braces.end())));
        }
        return all;
    }

    private static String bare(String cell) {
        return cell.strip().replaceAll("^`|`$", "").replace("\\|", "|").strip();
    }
}
