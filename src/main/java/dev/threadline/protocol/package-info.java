/// The Agent Server client: endpoints, the event stream, errors and wire records.
@NullMarked
package dev.threadline.protocol;

import org.jspecify.annotations.NullMarked;
