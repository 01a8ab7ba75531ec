/// From JSON Schema to a form model to a JSON value.
@NullMarked
package dev.threadline.form;

import org.jspecify.annotations.NullMarked;
