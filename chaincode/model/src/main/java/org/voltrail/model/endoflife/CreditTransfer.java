package org.voltrail.model.endoflife;

/**
 * What a transfer left behind.
 *
 * @param from the giver's credit after the transfer
 * @param to the receiver's new credit
 */
public record CreditTransfer(Credit from, Credit to) {}
