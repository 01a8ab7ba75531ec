package dev.threadline.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Text in a column that comes back exactly, whatever it holds.
///
/// Ordinary text is stored as TEXT. SQLite's TEXT can't hold half a surrogate pair and its functions stop at U+0000, so
/// text with either is stored as a BLOB: UTF-8 in which a lone half is its own three bytes (known as WTF-8).
final class ExactText {
    private ExactText() {}

    static void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        if (text == null || isPlain(text)) {
            statement.setString(index, text);
        } else {
            statement.setBytes(index, encode(text));
        }
    }

    static @Nullable String read(ResultSet row, int column) throws SQLException {
        return of(row.getObject(column));
    }

    /// The text of a column's value as JDBC gives it.
    static @Nullable String of(@Nullable Object value) {
        return value instanceof byte[] bytes ? decode(bytes, bytes.length) : value == null ? null : value.toString();
    }

    static boolean isPlain(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static byte[] encode(String text) {
        if (isPlain(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var out = new ByteArrayOutputStream(text.length() + 16);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
            out.write(0xE0 | (c >> 12));
            out.write(0x80 | ((c >> 6) & 0x3F));
            out.write(0x80 | (c & 0x3F));
            from = i + 1;
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /// The text of the first `length` bytes; a lone half is the byte ED followed by one from A0 to BF.
    static String decode(byte[] bytes, int length) {
        var out = new StringBuilder();
        int from = 0;
        for (int i = 0; i + 2 < length; i++) {
            if ((bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xFF) >= 0xA0) {
                out.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                out.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
                i += 2;
                from = i + 1;
            }
        }
        String rest = new String(bytes, from, length - from, StandardCharsets.UTF_8);
        return from == 0 ? rest : out.append(rest).toString();
    }
}
