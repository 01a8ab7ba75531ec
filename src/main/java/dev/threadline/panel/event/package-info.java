/// The event panel: one event exactly as received.
@NullMarked
package dev.threadline.panel.event;

import org.jspecify.annotations.NullMarked;
