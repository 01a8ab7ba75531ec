/// The form that starts a run, and the first screen.
@NullMarked
package dev.threadline.ui.start;

import org.jspecify.annotations.NullMarked;
