package dev.threadline.ui.theme;

import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather pack in the sizes of the look (section 6).
public final class Icons {
    private Icons() {}

    /// An icon of 14 px for buttons and headers.
    public static FontIcon of(Feather icon) {
        return sized(icon, 14);
    }

    /// An icon of 12 px for rows.
    public static FontIcon small(Feather icon) {
        return sized(icon, 12);
    }

    /// An icon of any size, coloured by the style class `tl-icon` and what stands around it.
    public static FontIcon sized(Feather icon, int size) {
        FontIcon made = new FontIcon(icon);
        made.setIconSize(size);
        // Primer gives every icon 18 px; only an inline style is stronger. The icon keeps its font there too.
        made.setStyle(made.getStyle() + ";-fx-icon-size: " + size + "px;");
        made.setIconColor(Color.GRAY);
        made.getStyleClass().addAll("tl-icon", "tl-icon-" + size);
        return made;
    }
}
