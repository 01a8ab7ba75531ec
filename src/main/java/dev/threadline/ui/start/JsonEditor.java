package dev.threadline.ui.start;

import dev.threadline.words.Words;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// An editor for JSON text: coloured, with line numbers and problems marked in their lines.
///
/// A text area does the editing; its letters are hidden and drawn again in colour above it, line for line.
/// Where a line is too long for that, the text area shows its own letters. JavaFX thread only.
public final class JsonEditor extends Region {
    private static final Words WORDS = Words.of(JsonEditor.class);
    private static final String COLOURED = "tl-coloured";

    private final TextArea area = new TextArea();
    private final JsonLines lines = new JsonLines(area);

    /// A place in the text with a few words on what is wrong there.
    ///
    /// @param from the offset of the first character
    /// @param to the offset after the last one
    /// @param words for the margin: `minimum 4`
    public record Mark(int from, int to, String words) {}

    /// An empty editor.
    public JsonEditor() {
        getStyleClass().add("tl-json-editor");
        area.setId("json");
        area.setAccessibleText(WORDS.text("editor.input"));
        area.setWrapText(false);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(lines.grounds(), area, lines);
        area.textProperty().subscribe(text -> {
            lines.text(text);
            boolean coloured = lines.coloured();
            area.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass(COLOURED), coloured);
        });
    }

    /// Enter goes on below the line it stands in, further in behind an opening bracket.
    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.ENTER && plain) {
            event.consume();
            int at = area.getSelection().getStart();
            area.replaceSelection("\n" + indent(area.getText(0, at)));
        }
    }

    private static String indent(String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        String content = line.stripLeading();
        String indent = line.substring(0, line.length() - content.length());
        String end = content.stripTrailing();
        return end.endsWith("{") || end.endsWith("[") ? indent + "  " : indent;
    }

    /// The text.
    public StringProperty textProperty() {
        return area.textProperty();
    }

    /// Replaces the text; the caret stays at its offset, and undo brings the old text back.
    public void setText(String text) {
        if (!area.getText().equals(text)) {
            int caret = Math.min(area.getCaretPosition(), text.length());
            double top = area.getScrollTop();
            area.replaceText(0, area.getLength(), text);
            area.positionCaret(caret);
            area.setScrollTop(top);
        }
    }

    /// The problems to mark, in place of those before.
    public void mark(List<Mark> marks) {
        lines.mark(marks);
    }

    /// The offset of a line and column, both from 1.
    public int offset(int line, int column) {
        return lines.offset(line, column);
    }

    /// Puts the caret at an offset and the focus into the text.
    public void goTo(int offset) {
        area.requestFocus();
        area.positionCaret(Math.min(offset, area.getLength()));
    }

    @Override
    protected void layoutChildren() {
        lines.grounds().resizeRelocate(0, 0, getWidth(), getHeight());
        area.resizeRelocate(0, 0, getWidth(), getHeight());
        lines.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
