/// Raw JSON text, trees, pointers and structural diff.
@NullMarked
package dev.threadline.json;

import org.jspecify.annotations.NullMarked;
