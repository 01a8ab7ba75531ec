/// The wire of the Agent Server, held by one client against the JavaScript server, the Python server and the
/// demo.
@NullMarked
package dev.threadline.conformance;

import org.jspecify.annotations.NullMarked;
