package dev.threadline.ui.captures;

/// What happens to a capture now.
public enum CaptureUse {
    /// Nothing.
    IDLE,
    /// It is on screen in a tab of this window.
    OPEN,
    /// A run is recorded to it.
    RECORDING
}
