package dev.threadline.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Java source, read for its texts.
///
/// @param file where it stands
/// @param code the source with comments blanked out, as long as the file
record JavaText(Path file, String code) {
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\"(?:\\\\.|.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'",
            Pattern.DOTALL);

    /// A text in the code.
    ///
    /// @param line counted from 1
    /// @param text between its quotes
    /// @param before the statement up to it
    record Literal(int line, String text, String before) {}

    /// A call, as far as its parentheses.
    ///
    /// @param line counted from 1
    /// @param arguments as they are written
    record Call(int line, List<String> arguments) {}

    static JavaText of(Path file) {
        try {
            String source = Files.readString(file);
            StringBuilder code = new StringBuilder();
            Matcher token = TOKEN.matcher(source);
            while (token.find()) {
                boolean comment = token.group().startsWith("/");
                String kept = comment ? token.group().replaceAll("[^\\n]", " ") : token.group();
                token.appendReplacement(code, Matcher.quoteReplacement(kept));
            }
            return new JavaText(file, token.appendTail(code).toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<Literal> literals() {
        List<Literal> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            if (token.group().startsWith("\"")) {
                String text = token.group().replaceAll("^\"+|\"+$", "");
                found.add(new Literal(line(token.start()), text, statement(token.start())));
            }
        }
        return found;
    }

    List<Call> calls(String name) {
        List<Call> found = new ArrayList<>();
        for (int at = code.indexOf(name + "("); at >= 0; at = code.indexOf(name + "(", at + 1)) {
            found.add(new Call(line(at), arguments(at + name.length() + 1)));
        }
        return found;
    }

    private List<String> arguments(int from) {
        List<String> arguments = new ArrayList<>();
        Matcher token = TOKEN.matcher(code);
        int depth = 0;
        int start = from;
        for (int at = from; at < code.length(); at++) {
            char c = code.charAt(at);
            if ((c == '"' || c == '\'') && token.find(at)) {
                at = token.end() - 1;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if ((c == ')' || c == '}') && depth-- == 0) {
                arguments.add(code.substring(start, at).strip());
                return arguments;
            } else if (c == ',' && depth == 0) {
                arguments.add(code.substring(start, at).strip());
                start = at + 1;
            }
        }
        throw new IllegalStateException("A call has no end in " + file);
    }

    private String statement(int end) {
        int begin = end;
        while (begin > 0 && ";{}".indexOf(code.charAt(begin - 1)) < 0) {
            begin--;
        }
        return code.substring(begin, end).strip();
    }

    private int line(int at) {
        return 1 + (int) code.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
