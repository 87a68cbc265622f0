package org.voltrail.model.battery;

/** A material whose mass is accounted for. The constants stand in the order of their JSON names. */
public enum Material {
    /** Al. */
    ALUMINIUM,
    /** Mixed cathode and anode powder of shredded cells, before refining. */
    BLACK_MASS,
    /** Cd. */
    CADMIUM,
    /** Co; target of Annex XII C and Art. 8. */
    COBALT,
    /** Cu; target of Annex XII C. */
    COPPER,
    /** Solvents and conducting salt. */
    ELECTROLYTE,
    /** Fe, without steel. */
    IRON,
    /** Pb; target of Annex XII C and Art. 8. */
    LEAD,
    /** Li; target of Annex XII C and Art. 8. */
    LITHIUM,
    /** Mn. */
    MANGANESE,
    /** Natural graphite; a critical raw material. */
    NATURAL_GRAPHITE,
    /** Ni; target of Annex XII C and Art. 8. */
    NICKEL,
    /** Whatever is not named here. */
    OTHER,
    /** P, mostly as phosphate. */
    PHOSPHORUS,
    /** Housings, separators, insulation. */
    PLASTIC,
    /** Si. */
    SILICON,
    /** Housings and fastenings. */
    STEEL,
    /** Synthetic graphite. */
    SYNTHETIC_GRAPHITE,
    /** Ti. */
    TITANIUM
}
