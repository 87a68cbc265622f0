package org.voltrail.client.internal.gateway;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.voltrail.client.ledger.PeerFault;
import org.voltrail.model.LedgerError;
import org.voltrail.model.json.CanonicalJson;

/** Reads the details of a gateway's error. */
public final class GatewayFaults {
    private static final Pattern REFUSAL = Pattern.compile("chaincode response (\\d+), (.*)", Pattern.DOTALL);

    private GatewayFaults() {}

    /** What single peers or orderers said. */
    public static List<PeerFault> of(Throwable failure) {
        List<PeerFault> faults = new ArrayList<>();
        Status status = StatusProto.fromThrowable(failure);
        if (status != null) {
            for (Any detail : status.getDetailsList()) {
                fault(detail).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<PeerFault> fault(Any detail) {
        if (!detail.is(ErrorDetail.class)) {
            return Optional.empty();
        }
        try {
            ErrorDetail error = detail.unpack(ErrorDetail.class);
            return Optional.of(new PeerFault(error.getAddress(), error.getMspId(), error.getMessage()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /** The refusal by the ledger's rules in a peer's or gateway's words, if that is what they are. */
    static Optional<LedgerError> refusal(String message) {
        Matcher matcher = REFUSAL.matcher(message);
        return matcher.find() ? Optional.of(CanonicalJson.readError(matcher.group(2))) : Optional.empty();
    }
}
