/// The texts that Threadline shows, from resource bundles.
@NullMarked
package dev.threadline.words;

import org.jspecify.annotations.NullMarked;
