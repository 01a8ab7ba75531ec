/// Preferences: what the user chose and what the window remembers, kept in one JSON file.
@NullMarked
package dev.threadline.settings;

import org.jspecify.annotations.NullMarked;
