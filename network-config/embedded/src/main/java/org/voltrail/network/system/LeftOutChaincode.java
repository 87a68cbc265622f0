package org.voltrail.network.system;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.Response;
import org.voltrail.network.chaincode.SystemChaincode;
import org.voltrail.network.chaincode.TransactionContext;

/**
 * A system chaincode of Fabric that this network does not have: it says so.
 *
 * @param name the chaincode's name
 * @param sentence what to use instead
 */
public record LeftOutChaincode(String name, String sentence) implements SystemChaincode {
    /** The lifecycle of Fabric 1. */
    public static final LeftOutChaincode LEGACY_LIFECYCLE =
            new LeftOutChaincode("lscc", "the embedded network has no lscc: use _lifecycle (peer lifecycle chaincode)");

    @Override
    public Response invoke(TransactionContext transaction, List<ByteString> args) {
        return SystemChaincode.failure("UNIMPLEMENTED: " + sentence);
    }
}
