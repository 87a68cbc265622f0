package org.voltrail.model;

/**
 * Who signed a transaction.
 *
 * @param msp MSP id of the organisation
 * @param id enrolment id of the certificate within that organisation
 */
public record Actor(String msp, String id) {}
