/// The event list panel.
@NullMarked
package dev.threadline.panel.events;

import org.jspecify.annotations.NullMarked;
