/// Runs that were started elsewhere, to be heard here.
@NullMarked
package dev.threadline.ui.join;

import org.jspecify.annotations.NullMarked;
