package org.voltrail.cli.demo;

import java.util.List;
import org.voltrail.cli.ageing.CellRating;
import org.voltrail.model.health.TestReport;

/** Gives the state-of-health tests of a battery's life. */
interface Laboratory {

    /** Rating of the cells that it tests. */
    CellRating cell();

    /** Where the curves come from, in a sentence. */
    String source();

    /** The tests over a life, oldest first; at least one, the last of them recent. */
    List<TestReport> tests(Life life);
}
