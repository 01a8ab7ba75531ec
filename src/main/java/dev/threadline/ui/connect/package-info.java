/// Deployments: the address, the sidebar, failures to connect.
@NullMarked
package dev.threadline.ui.connect;

import org.jspecify.annotations.NullMarked;
