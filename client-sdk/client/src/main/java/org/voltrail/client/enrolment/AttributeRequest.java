package org.voltrail.client.enrolment;

/**
 * An attribute that the certificate shall hold.
 *
 * @param name name of one of the member's attributes
 * @param optional whether to do without it if the member has none of this name
 */
public record AttributeRequest(String name, boolean optional) {}
