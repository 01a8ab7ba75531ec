import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The format check of the build: `check` fails on files that are not formatted, `write` formats them.
public final class Format {
    public static void main(String[] args) throws Exception {
        boolean write = args[0].equals("write");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<Path> wrong = new ArrayList<>();
        try (var files = Files.walk(Path.of(args[1]))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                if (file.toString().contains("node_modules")) {
                    continue;
                }
                String source = Files.readString(file);
                String formatted = formatter.formatSourceAndFixImports(source);
                if (!formatted.equals(source)) {
                    wrong.add(file);
                    if (write) {
                        Files.writeString(file, formatted);
                    }
                }
            }
        }
        if (!wrong.isEmpty() && !write) {
            System.err.println("Not formatted: " + wrong + ". Run: mvn -Dformat.mode=write process-test-sources");
            System.exit(1);
        }
    }
}
