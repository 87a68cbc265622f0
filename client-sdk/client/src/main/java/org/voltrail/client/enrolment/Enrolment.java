package org.voltrail.client.enrolment;

import org.voltrail.client.identity.LedgerIdentity;

/**
 * What an enrolment gives.
 *
 * @param identity key and certificate
 * @param ca who certified it
 */
public record Enrolment(LedgerIdentity identity, CaInfo ca) {}
