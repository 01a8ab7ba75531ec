package dev.threadline.capture;

/// A side answer of the server kept for reading without it: `info`, `assistant`, `schemas`, `graph`, `state`,
/// `history` or `run`.
///
/// @param run number of the run it belongs to, 0 for the whole capture
/// @param name which answer
/// @param at when it was asked for: microseconds since the epoch, this machine's clock
/// @param text the body, as JSON text
public record Answer(int run, String name, long at, String text) {}
