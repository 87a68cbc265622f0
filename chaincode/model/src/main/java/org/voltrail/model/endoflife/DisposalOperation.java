package org.voltrail.model.endoflife;

import org.voltrail.model.json.LiteralNames;

/** Disposal operations of Directive 2008/98/EC Annex I that come into question for batteries. */
@LiteralNames
public enum DisposalOperation {
    /** Specially engineered landfill. */
    D5,
    /** Physico-chemical treatment before another disposal operation. */
    D9,
    /** Incineration on land. */
    D10,
    /** Permanent storage, for example in a mine. */
    D12
}
