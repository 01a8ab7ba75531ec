package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormMessage;
import dev.threadline.form.FormMessages;
import dev.threadline.form.FormModel;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A chat to begin with: a row a message, and a first one ready to be typed.
final class MessagesView extends SectionView {
    private static final Words WORDS = Words.of(MessagesView.class);
    private static final int PAGE = 50;

    private final FormMessages messages;
    private final VBox rows = plain(new VBox());
    private final List<MessageRow> shown = new ArrayList<>();
    private final Button add = ItemRow.add(WORDS.text("messages.add"), this::add);
    private final Button more;
    private int most = PAGE;

    MessagesView(FormMessages messages, FormModel model, boolean bare) {
        super(messages, model, bare);
        this.messages = messages;
        more = ItemRow.add(WORDS.text("row.more"), () -> {
            most += PAGE;
            refresh();
        });
    }

    private void add() {
        List<FormMessage> all = messages.messages();
        most = Math.max(most, all.size() + 1);
        boolean userSpoke = !all.isEmpty() && FormMessages.spokenByUser(all.getLast());
        messages.add(messages.create(userSpoke ? "assistant" : "user"), "");
        shown.getLast().area().requestFocus();
    }

    @Override
    void fill(VBox into) {
        if (into.getChildren().isEmpty()) {
            HBox foot = new HBox(add, more);
            foot.getStyleClass().add("tl-list-foot");
            into.getChildren().addAll(rows, foot);
        }
        List<FormMessage> all = messages.messages();
        List<FormMessage> some = all.subList(0, Math.min(most, all.size()));
        List<MessageRow> wanted = new ArrayList<>();
        for (FormMessage message : some) {
            wanted.add(row(message));
        }
        if (wanted.isEmpty()) {
            wanted.add(draft());
        }
        if (!wanted.equals(shown)) {
            shown.clear();
            shown.addAll(wanted);
            List<Node> nodes = new ArrayList<>(wanted);
            if (!rows.getChildren().equals(nodes)) {
                rows.getChildren().setAll(nodes);
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).refresh(model(), i);
        }
        add.setId(InputForm.id(messages.pointer()) + "=add");
        int hidden = all.size() - some.size();
        more.setText(WORDS.text("row.show", Integer.toString(Math.min(PAGE, hidden)), Integer.toString(all.size())));
        more.setVisible(hidden > 0);
    }

    private MessageRow row(FormMessage message) {
        return shown.stream()
                .filter(row -> message.equals(row.message()))
                .findFirst()
                .orElseGet(() -> new MessageRow(messages, message));
    }

    private MessageRow draft() {
        return shown.stream()
                .filter(row -> row.message() == null)
                .findFirst()
                .orElseGet(() -> new MessageRow(messages, null));
    }

    @Override
    boolean shows() {
        return messages.open() || messages.value() == null;
    }

    @Override
    String count() {
        int size = messages.messages().size();
        return WORDS.text("messages.count", size, Integer.toString(size));
    }

    @Override
    Node target() {
        return shown.isEmpty() ? super.target() : shown.getFirst().area();
    }

    @Override
    void reveal(FormField within) {
        int index = within instanceof FormMessage message ? messages.messages().indexOf(message) : -1;
        if (index >= most) {
            most = index + 1;
            refresh();
        }
        super.reveal(within);
    }
}
