package dev.threadline.capture;

import org.jspecify.annotations.Nullable;

/// Whose work a capture holds.
///
/// @param deployment the deployment's name
/// @param address its base address
/// @param assistant the assistant's name
/// @param threadId the thread, or null for a stateless run
/// @param createdAt microseconds since the epoch
public record CaptureInfo(
        String deployment,
        String address,
        String assistant,
        @Nullable String threadId,
        long createdAt) {}
