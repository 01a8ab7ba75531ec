package dev.threadline.panel.timeline;

import dev.threadline.ui.theme.Fonts;
import javafx.scene.text.Font;

/// The fonts of the timeline (look, section 3).
///
/// @param name names on bars
/// @param number durations and ticks
/// @param badge the playhead's time
/// @param note words beside bars and steps
/// @param strong what a wait says
/// @param flag run boundaries
/// @param lane names in the gutter
/// @param group names of groups in the gutter
/// @param head column heads of the gutter
record Lettering(
        Font name, Font number, Font badge, Font note, Font strong, Font flag, Font lane, Font group, Font head) {
    static Lettering load() {
        return new Lettering(
                Fonts.medium(11),
                Fonts.data(10.5),
                Font.font(Fonts.DATA_MEDIUM, 10.5),
                Fonts.words(10.5),
                Fonts.strong(10.5),
                Fonts.medium(10),
                Fonts.words(12),
                Fonts.medium(12),
                Fonts.words(11));
    }
}
