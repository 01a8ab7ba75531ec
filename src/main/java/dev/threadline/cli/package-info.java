/// The command-line twin of the window.
@NullMarked
package dev.threadline.cli;

import org.jspecify.annotations.NullMarked;
