/// The embedded deployment: langgraph4j graphs served over HTTP with the Agent Server's interface.
@NullMarked
package dev.threadline.demo;

import org.jspecify.annotations.NullMarked;
