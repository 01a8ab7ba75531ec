/// The timeline panel: lanes, bars, supersteps and the playhead.
@NullMarked
package dev.threadline.panel.timeline;

import org.jspecify.annotations.NullMarked;
