package dev.threadline.ui.start;

import dev.threadline.form.FormModel;

/// A part of what starts a run: the input, the context, the configuration.
///
/// @param title its name in the window: `Input`
/// @param note a few words beside it: `from the assistant's own schema`
/// @param model its form
public record InputPart(String title, String note, FormModel model) {}
