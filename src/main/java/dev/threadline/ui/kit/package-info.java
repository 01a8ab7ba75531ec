/// The few controls of our own, and what panels share.
@NullMarked
package dev.threadline.ui.kit;

import org.jspecify.annotations.NullMarked;
