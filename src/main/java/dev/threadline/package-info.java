/// The program: wires the parts together and opens the window.
@NullMarked
package dev.threadline;

import org.jspecify.annotations.NullMarked;
