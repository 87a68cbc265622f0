package org.voltrail.model.battery;

/** Electrochemical system, with the family that Annex XII of Regulation (EU) 2023/1542 distinguishes. */
public enum Chemistry {
    /** Lithium iron phosphate. */
    LFP(Family.LITHIUM),
    /** Lithium manganese iron phosphate. */
    LMFP(Family.LITHIUM),
    /** Lithium nickel manganese cobalt oxide. */
    NMC(Family.LITHIUM),
    /** Lithium nickel cobalt aluminium oxide. */
    NCA(Family.LITHIUM),
    /** Lithium manganese oxide. */
    LMO(Family.LITHIUM),
    /** Lithium cobalt oxide. */
    LCO(Family.LITHIUM),
    /** Lithium titanate anode. */
    LTO(Family.LITHIUM),
    /** Another lithium system. */
    OTHER_LITHIUM(Family.LITHIUM),
    /** Lead-acid. */
    LEAD_ACID(Family.LEAD),
    /** Nickel-cadmium. */
    NICKEL_CADMIUM(Family.NICKEL_CADMIUM),
    /** Nickel-metal hydride. */
    NICKEL_METAL_HYDRIDE(Family.OTHER),
    /** Sodium-ion. */
    SODIUM_ION(Family.OTHER),
    /** Anything else. */
    OTHER(Family.OTHER);

    private final Family family;

    Chemistry(Family family) {
        this.family = family;
    }

    /** The family that recycling targets are set for. */
    public Family family() {
        return family;
    }

    /** Families of Annex XII part B. */
    public enum Family {
        /** Lithium-based. */
        LITHIUM,
        /** Lead-acid. */
        LEAD,
        /** Nickel-cadmium. */
        NICKEL_CADMIUM,
        /** Other waste batteries. */
        OTHER
    }
}
