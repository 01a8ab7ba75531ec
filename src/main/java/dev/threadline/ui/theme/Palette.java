package dev.threadline.ui.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// The colour roles of one appearance, for canvases; the style sheets are made from the same values.
///
/// Values and their contrast: look, section 5.
public final class Palette {
    /// Dark text on light ground.
    public static final Palette LIGHT = light();

    /// Light text on dark ground.
    public static final Palette DARK = dark();

    private final boolean dark;
    private final Map<Role, Color> roles = new LinkedHashMap<>();
    private final List<Color> lanes;

    private Palette(boolean dark, String values, String lanes) {
        this.dark = dark;
        String[] list = values.trim().split("\\s+");
        Role[] all = Role.values();
        if (list.length != all.length) {
            throw new IllegalStateException("a colour for each role: " + list.length + " of " + all.length);
        }
        for (int i = 0; i < all.length; i++) {
            roles.put(all[i], Color.web(list[i]));
        }
        this.lanes =
                List.of(lanes.trim().split("\\s+")).stream().map(Color::web).toList();
    }

    /// Whether this is the dark one.
    public boolean isDark() {
        return dark;
    }

    /// The colour of a role.
    public Color get(Role role) {
        return java.util.Objects.requireNonNull(roles.get(role));
    }

    /// The full hue of a lane; indexes repeat after nine.
    public Color lane(int index) {
        return lanes.get(Math.floorMod(index, lanes.size()));
    }

    /// The fill of a bar in a lane: its hue at 20 % on light, 30 % on dark ground.
    public Color laneFill(int index) {
        return get(Role.BG).interpolate(lane(index), dark ? 0.30 : 0.20);
    }

    /// The roles as declarations for `.root`.
    String css() {
        StringBuilder out = new StringBuilder(".root {\n");
        roles.forEach((role, color) -> {
            for (String name : role.cssNames()) {
                out.append("  ").append(name).append(": ").append(hex(color)).append(";\n");
            }
        });
        for (int i = 0; i < lanes.size(); i++) {
            out.append("  -tl-lane-")
                    .append(i)
                    .append(": ")
                    .append(hex(lanes.get(i)))
                    .append(";\n");
        }
        return out.append("}\n").toString();
    }

    /// A colour as `#rrggbb`.
    public static String hex(Color color) {
        return String.format(
                java.util.Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    private static Palette light() {
        return new Palette(false, """
            #ffffff #f7f8fa #f0f2f5 #ffffff #d3d8df #e5e8ec #828b98 #eef0f4 #e3e8fc
            #1f2530 #566070 #626c7b #4a5361
            #3550d4 #3d5ae0 #eaeefd #b9c5f7 #ffffff
            #177333 #e9f6ec #94580a #b8730a #fdf4e3 #c62828 #fdeeee #626c7b #4f6b7a
            #177333 #e8f6eb #b7e4c1 #c62828 #fdecec #f7c4c4 #0b6a8f #e6f3f9 #b5dced #7545c4 #f2ecfb
            #0f6674 #8a3ea8
            """, "#005477 #3e9e96 #317a45 #8f9322 #ad8a6c #6b314e #9b629e #a17adf #5a6472");
    }

    private static Palette dark() {
        return new Palette(true, """
            #14171c #191d23 #0f1215 #20252d #343b46 #262c35 #6b7686 #20252d #252e54
            #d9dee5 #9aa4b1 #8590a0 #c3cad3
            #8da2fb #4a63e8 #1f2745 #3a4a8c #ffffff
            #4ac26b #16291d #e0a33e #e0a33e #2c2414 #f2726b #331c1d #8590a0 #8fb0bf
            #4ac26b #16291d #265c38 #f2726b #331c1d #6d2d2d #5ec2e6 #14272f #1f4f63 #b794f6 #261f36
            #7cc7c3 #d3a6e8
            """, "#8fd5fd #45a49c #2d8949 #c7cd4c #e8c2a3 #9c5e7c #c781cb #8766bb #adb9c8");
    }
}
