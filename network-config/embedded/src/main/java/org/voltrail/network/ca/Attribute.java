package org.voltrail.network.ca;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An attribute of a registered identity.
 *
 * @param name its name; {@code hf.} is reserved for those that the authority itself judges by
 * @param value its value
 * @param inCertificate whether it goes into every enrolment certificate without being asked for
 */
public record Attribute(@JsonProperty("name") String name, @JsonProperty("value") String value, @JsonProperty("ecert") boolean inCertificate) {
    public static final String REGISTRAR_ROLES = "hf.Registrar.Roles";
    public static final String REGISTRAR_DELEGATE_ROLES = "hf.Registrar.DelegateRoles";
    public static final String REGISTRAR_ATTRIBUTES = "hf.Registrar.Attributes";
    public static final String REVOKER = "hf.Revoker";
    public static final String GENERATE_CRL = "hf.GenCRL";
    public static final String INTERMEDIATE_CA = "hf.IntermediateCA";
    public static final String AFFILIATION_MANAGER = "hf.AffiliationMgr";
    public static final String ENROLMENT_ID = "hf.EnrollmentID";
    public static final String TYPE = "hf.Type";
    public static final String AFFILIATION = "hf.Affiliation";

    @SuppressWarnings("ConstantConditions")
    public Attribute {
        name = name == null ? "" : name;
        value = value == null ? "" : value;
    }

    /** An attribute that goes into every enrolment certificate. */
    public static Attribute inCertificates(String name, String value) {
        return new Attribute(name, value, true);
    }
}
