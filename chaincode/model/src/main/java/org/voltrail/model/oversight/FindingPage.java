package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some of the findings.
 *
 * @param findings in the order of their ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record FindingPage(List<Finding> findings, @Nullable String bookmark) {
    /** Copies the list. */
    public FindingPage {
        findings = Copies.list(findings);
    }
}
