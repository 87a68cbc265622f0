package org.voltrail.client.enrolment;

/**
 * An attribute of a member.
 *
 * @param name for example {@code voltrail.role} or {@code hf.Revoker}
 * @param value its value
 * @param inCertificate whether enrolment certificates hold it without being asked to
 */
public record Attribute(String name, String value, boolean inCertificate) {}
