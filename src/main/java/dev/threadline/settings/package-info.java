/// Preferences and the known deployments.
@NullMarked
package dev.threadline.settings;

import org.jspecify.annotations.NullMarked;
