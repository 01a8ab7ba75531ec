package dev.threadline.json;

/// Unescapes the inside of a JSON text that may be cut anywhere.
final class Unescape {
    private Unescape() {}

    static String lenient(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (++i >= raw.length()) {
                break;
            }
            char code = raw.charAt(i);
            if (code == 'u') {
                if (i + 4 >= raw.length()) {
                    break;
                }
                int unit = hex(raw, i + 1);
                out.append((char) unit);
                i += 4;
            } else {
                out.append(plain(code));
            }
        }
        return out.toString();
    }

    private static char plain(char code) {
        return switch (code) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> code;
        };
    }

    private static int hex(String raw, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            unit = unit * 16 + Math.max(0, Character.digit(raw.charAt(i), 16));
        }
        return unit;
    }
}
