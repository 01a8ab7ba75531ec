/// What a run is: decoded events, the log and the projections over it.
@NullMarked
package dev.threadline.run;

import org.jspecify.annotations.NullMarked;
