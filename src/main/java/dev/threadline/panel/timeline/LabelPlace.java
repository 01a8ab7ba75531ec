package dev.threadline.panel.timeline;

/// Where a bar's label goes (look, section 8): inside where it fits, else to the right, the duration dropped before the
/// name, never cut.
enum LabelPlace {
    /// Name and duration inside.
    INSIDE,
    /// Name and duration right of the bar.
    RIGHT,
    /// The name alone inside.
    NAME_INSIDE,
    /// The name alone right of the bar.
    NAME_RIGHT,
    /// None; the hover card tells.
    NONE;

    /// Room to spare inside, at both ends.
    static final double SPARE = 8;

    /// From the bar to a label on its right, and from there to the next bar.
    static final double BESIDE = 6;

    /// Between name and duration.
    static final double BETWEEN = 6;

    /// The place of a label.
    ///
    /// @param inside pixels free inside the bar
    /// @param beside pixels free between the bar and what comes next
    /// @param name width of the name
    /// @param duration width of the duration, 0 for none
    static LabelPlace of(double inside, double beside, double name, double duration) {
        double both = duration == 0 ? name : name + BETWEEN + duration;
        if (both + 2 * SPARE <= inside) {
            return INSIDE;
        }
        if (both + 2 * BESIDE <= beside) {
            return RIGHT;
        }
        if (name + 2 * SPARE <= inside) {
            return NAME_INSIDE;
        }
        return name + 2 * BESIDE <= beside ? NAME_RIGHT : NONE;
    }

    boolean isInside() {
        return this == INSIDE || this == NAME_INSIDE;
    }

    boolean hasDuration() {
        return this == INSIDE || this == RIGHT;
    }
}
