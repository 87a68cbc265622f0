package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import java.util.Set;

/**
 * Under which policies the keys stand that a simulation wrote in one namespace or collection, as of the committed state.
 *
 * @param underCommonPolicy whether some written key has no policy of its own, so that the chaincode's or collection's policy is needed
 * @param keyPolicies the distinct key-level policies of the others: serialised {@code SignaturePolicyEnvelope}s
 */
public record WrittenKeys(boolean underCommonPolicy, Set<ByteString> keyPolicies) {}
