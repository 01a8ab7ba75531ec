/// Real Agent Servers for tests, and a tap that records what they deliver.
@NullMarked
package dev.threadline.server;

import org.jspecify.annotations.NullMarked;
