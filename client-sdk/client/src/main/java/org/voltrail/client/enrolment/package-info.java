/**
 * Enrolment at an organisation's certificate authority, over the REST interface of Hyperledger Fabric CA (version 1.4 and later).
 *
 * <pre>{@code
 * FabricCa ca = FabricCa.at(profile.certificateAuthorityOf(organisation), organisation.mspId());
 * LedgerIdentity registrar = ca.enrol(EnrolmentRequest.of("admin", secret)).identity();
 * String password = ca.register(registrar, Registration.client("clerk").withAttribute("voltrail.role", "manufacturer"));
 * wallet.put("clerk", ca.enrol(EnrolmentRequest.of("clerk", password)).identity());
 * }</pre>
 */
@NullMarked
package org.voltrail.client.enrolment;

import org.jspecify.annotations.NullMarked;
