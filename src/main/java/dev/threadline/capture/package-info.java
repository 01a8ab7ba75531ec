/// The capture file: one SQLite database for the work on one thread.
@NullMarked
package dev.threadline.capture;

import org.jspecify.annotations.NullMarked;
