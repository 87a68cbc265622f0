/**
 * State of health: what a test measures (Annex VII of Regulation (EU) 2023/1542), whether that is plausible, and what the ledger
 * computes from it: state of health and grade, in whole numbers only.
 */
@NullMarked
package org.voltrail.model.health;

import org.jspecify.annotations.NullMarked;
