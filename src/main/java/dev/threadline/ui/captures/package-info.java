/// All captures of a folder: the table, what can be done with them, and how much room they take.
@NullMarked
package dev.threadline.ui.captures;

import org.jspecify.annotations.NullMarked;
