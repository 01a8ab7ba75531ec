package dev.threadline.run;

/// A place where events may be missing.
///
/// @param run number of the run
/// @param afterSeq the last event before it, 0 for none
/// @param time microseconds since the epoch, moved to the server's clock
public record Gap(int run, long afterSeq, long time) {}
