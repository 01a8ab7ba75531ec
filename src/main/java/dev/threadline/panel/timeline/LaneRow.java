package dev.threadline.panel.timeline;

import dev.threadline.run.Lane;

/// One visible row: a track of a lane, or all its tracks at once where the lane is folded.
///
/// @param lane the lane
/// @param tracks the lane's tracks
/// @param track which one, or [#ALL]
/// @param foldable whether a triangle stands before its name
/// @param folded whether it is folded
record LaneRow(Lane lane, LaneTracks tracks, int track, boolean foldable, boolean folded) {
    /// All tracks in one row.
    static final int ALL = -1;

    /// Height of a row in pixels.
    static final double HEIGHT = 24;

    /// Whether it carries the lane's name.
    boolean first() {
        return track <= 0;
    }

    /// Whether several tracks are drawn into this row.
    boolean stacked() {
        return track == ALL && tracks.size() > 1;
    }
}
