/// The node panel: all executions of one node.
@NullMarked
package dev.threadline.panel.node;

import org.jspecify.annotations.NullMarked;
