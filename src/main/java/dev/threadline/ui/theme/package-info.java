/// Colour roles, fonts, icons and state glyphs.
@NullMarked
package dev.threadline.ui.theme;

import org.jspecify.annotations.NullMarked;
