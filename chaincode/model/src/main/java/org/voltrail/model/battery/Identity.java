package org.voltrail.model.battery;

/**
 * An additional name of a battery. No two batteries have the same.
 *
 * @param scheme kind of name
 * @param value the name in its normal form
 */
public record Identity(IdentityScheme scheme, String value) {}
