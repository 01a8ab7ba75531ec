package dev.threadline.ui.start;

import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is drawn over and under a JSON text area: coloured letters, line numbers, and marks with their grounds.
///
/// Only lines in sight have nodes.
final class JsonLines extends Pane {
    /// The longest line that is coloured, in characters; a longer one would make too many nodes.
    private static final int LONGEST = 4_000;

    private static final double GUTTER = 48;
    private static final double ONE_LINE = 20;
    private static final double LIFT = 2;

    private final TextArea area;
    private final Pane grounds = new Pane();
    private final Pane letters = new Pane();
    private final Pane gutter = new Pane();
    private final Pane words = new Pane();
    private Text measure = new Text();
    private @Nullable Text letterNode;
    private LineIndex index = LineIndex.of("");
    private List<JsonEditor.Mark> marks = List.of();

    JsonLines(TextArea area) {
        this.area = area;
        setMouseTransparent(true);
        grounds.setMouseTransparent(true);
        gutter.getStyleClass().add("tl-gutter");
        getChildren().addAll(letters, gutter, words);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.scrollTopProperty().subscribe(() -> requestLayout());
        area.scrollLeftProperty().subscribe(() -> requestLayout());
        area.layoutBoundsProperty().subscribe(() -> requestLayout());
    }

    /// The layer that belongs under the text area.
    Pane grounds() {
        return grounds;
    }

    void text(String text) {
        index = LineIndex.of(text);
        marks = List.of();
        requestLayout();
    }

    boolean coloured() {
        return index.longest() <= LONGEST;
    }

    void mark(List<JsonEditor.Mark> wanted) {
        marks = List.copyOf(wanted);
        requestLayout();
    }

    int offset(int line, int column) {
        return index.offset(line - 1, column - 1);
    }

    @Override
    protected void layoutChildren() {
        grounds.getChildren().clear();
        letters.getChildren().clear();
        gutter.getChildren().clear();
        words.getChildren().clear();
        gutter.resizeRelocate(0, 0, GUTTER, getHeight());
        Text text = text();
        if (text != null && getHeight() > 0) {
            space(text);
            Point2D origin = origin(text);
            double pitch = ONE_LINE;
            int first = Math.max(0, (int) Math.floor(-origin.getY() / pitch));
            int last = Math.min(index.count() - 1, (int) Math.ceil((getHeight() - origin.getY()) / pitch));
            measure = new Text();
            measure.setFont(text.getFont());
            marks.forEach(mark -> mark(mark, origin, pitch));
            for (int line = first; line <= last; line++) {
                line(line, origin, pitch, text.getFont());
            }
        }
        // New nodes would wait a frame for their colours.
        applyCss();
        grounds.applyCss();
    }

    /// The text area's own letters, watched from when they are first found.
    private @Nullable Text text() {
        if (letterNode == null && area.lookup(".content .text") instanceof Text found) {
            letterNode = found;
            found.layoutBoundsProperty().subscribe(() -> requestLayout());
            found.fontProperty().subscribe(() -> requestLayout());
            found.lineSpacingProperty().subscribe(() -> requestLayout());
        }
        return letterNode;
    }

    /// Where the first letter stands, in this pane; it wanders as the text scrolls.
    private Point2D origin(Text text) {
        var bounds = text.getLayoutBounds();
        return sceneToLocal(text.localToScene(bounds.getMinX(), bounds.getMinY()));
    }

    /// Makes the lines of the text area as high as ours.
    ///
    /// JavaFX keeps lines by their letters for all texts, and gives them the height they had in the text that came
    /// first, which may have other bounds. So the space between lines follows from how high they came out.
    private static void space(Text text) {
        int second = text.getText().indexOf('\n') + 1;
        double off = second == 0 ? 0 : ONE_LINE - (top(text, second) - top(text, 0));
        if (Math.abs(off) > 0.01) {
            text.setLineSpacing(text.getLineSpacing() + off);
        }
    }

    private static double top(Text text, int offset) {
        for (PathElement part : text.caretShape(offset, true)) {
            if (part instanceof MoveTo start) {
                return start.getY();
            }
        }
        return 0;
    }

    private void line(int line, Point2D origin, double pitch, Font font) {
        double y = origin.getY() + line * pitch;
        Text number = new Text(Integer.toString(line + 1));
        number.getStyleClass().add("tl-line-number");
        number.setFont(Fonts.data(11));
        number.setTextOrigin(javafx.geometry.VPos.TOP);
        number.relocate(GUTTER - 16 - number.getLayoutBounds().getWidth(), y);
        gutter.getChildren().add(number);
        if (coloured()) {
            TextFlow flow = new TextFlow();
            for (JsonTokens.Token token : JsonTokens.of(index.line(line))) {
                Text part = new Text(token.text());
                part.getStyleClass().add("tl-json-" + token.kind().name().toLowerCase(java.util.Locale.ROOT));
                part.setFont(font);
                flow.getChildren().add(part);
            }
            flow.relocate(origin.getX(), y);
            letters.getChildren().add(flow);
            flow.autosize();
        }
    }

    private void mark(JsonEditor.Mark mark, Point2D origin, double pitch) {
        int line = index.lineAt(mark.from());
        double y = origin.getY() + line * pitch;
        Region ground = new Region();
        ground.getStyleClass().add("tl-mark-ground");
        ground.resizeRelocate(0, Math.floor(y - LIFT), getWidth(), Math.ceil(pitch));
        List<Node> under = new ArrayList<>(List.of(ground));
        String text = index.line(line);
        int from = Math.min(text.length(), mark.from() - index.start(line));
        int to = Math.min(text.length(), Math.max(from, mark.to() - index.start(line)));
        if (to > from) {
            Region stroke = new Region();
            stroke.getStyleClass().add("tl-mark-line");
            double x = origin.getX() + width(text.substring(0, from));
            stroke.resizeRelocate(x, Math.floor(y + pitch - LIFT - 3), width(text.substring(from, to)), 1.5);
            under.add(stroke);
        }
        grounds.getChildren().addAll(under);
        Label note = new Label(mark.words(), Icons.small(Feather.ALERT_CIRCLE));
        note.getStyleClass().addAll("tl-problem", "tl-mark-words");
        words.getChildren().add(note);
        note.applyCss();
        note.autosize();
        note.relocate(getWidth() - note.getWidth() - 12, Math.floor(y - LIFT + (pitch - note.getHeight()) / 2));
    }

    private double width(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }
}
