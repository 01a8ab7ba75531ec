/// A run's life: start, stream, cancel, end, and the recording it leaves.
@NullMarked
package dev.threadline.session;

import org.jspecify.annotations.NullMarked;
