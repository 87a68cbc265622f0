package org.voltrail.model.endoflife;

/**
 * How many batteries a disposal has reached.
 *
 * @param certificate number of the certificate
 * @param batteries number of batteries, parts included
 */
public record DisposalSummary(String certificate, int batteries) {}
