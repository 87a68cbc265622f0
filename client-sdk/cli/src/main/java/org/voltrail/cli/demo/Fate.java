package org.voltrail.cli.demo;

/** What becomes of a battery in the demonstration. */
enum Fate {
    /** Stays in service. */
    SERVES,
    /** Comes back when its vehicle is scrapped; the grade of its last test decides between a second life and recycling. */
    RETIRES,
    /** Is damaged in an accident and recycled. */
    DAMAGED,
    /** Is damaged so badly that it cannot be recycled, and disposed of. */
    BURNT,
    /** Belongs to a batch that is recalled, and goes back to its manufacturer. */
    RECALLED,
    /** Is put on hold by the authority for a while, then serves on. */
    HELD;

    /** Of twenty batteries: seven serve, seven retire, two are damaged, one burns, two are recalled, one is held. */
    static Fate of(int number) {
        int place = number % 20;
        if (place < 7) {
            return SERVES;
        } else if (place < 14) {
            return RETIRES;
        } else if (place < 16) {
            return DAMAGED;
        } else if (place < 17) {
            return BURNT;
        }
        return place < 19 ? RECALLED : HELD;
    }
}
