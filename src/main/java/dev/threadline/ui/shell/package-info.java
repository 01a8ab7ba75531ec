/// The window: tabs, status bar, pulse, errors.
@NullMarked
package dev.threadline.ui.shell;

import org.jspecify.annotations.NullMarked;
