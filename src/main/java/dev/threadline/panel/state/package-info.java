/// The state panel: the state at a step and its difference to another.
@NullMarked
package dev.threadline.panel.state;

import org.jspecify.annotations.NullMarked;
