/// What the window's menu opens: settings, shortcuts, the tour, what Threadline is made of, and the report of a fault.
@NullMarked
package dev.threadline.ui.menu;

import org.jspecify.annotations.NullMarked;
