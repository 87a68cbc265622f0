package org.voltrail.client.internal.gateway;

import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voltrail.client.ledger.CommitStatusException;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.EvaluateException;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.ledger.PeerFault;
import org.voltrail.client.ledger.SubmitException;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.model.LedgerError;

/** Turns a gateway's status into the exception of its stage. */
final class Failures {
    /** The gateway's words when an endorsement was had but those of further organisations were not. */
    private static final String LATER_ENDORSERS = "failed to collect enough transaction endorsements";

    private Failures() {}

    static TransactionException evaluate(String transactionId, Throwable failure) {
        Status status = Status.fromThrowable(failure);
        List<PeerFault> faults = GatewayFaults.of(failure);
        return refusal(transactionId, status, faults)
                .orElseGet(() -> new EvaluateException(transactionId, status, faults, failure));
    }

    /**
     * If the first endorser refuses, the ledger refuses. If only later ones do, after the first has endorsed, the peers disagree: one of
     * them lags behind. Of endorsers that the client named there is no first one; if all of them refuse, the ledger does.
     *
     * @param named MSP ids of the organisations that the client named; empty if the gateway chose
     */
    static TransactionException endorse(String transactionId, List<String> named, Throwable failure) {
        Status status = Status.fromThrowable(failure);
        List<PeerFault> faults = GatewayFaults.of(failure);
        if (isDisagreement(status, named, faults)) {
            return new EndorseException(transactionId, status, faults, failure);
        }
        return refusal(transactionId, status, faults)
                .orElseGet(() -> new EndorseException(transactionId, status, faults, failure));
    }

    static TransactionException submit(String transactionId, Throwable failure) {
        return new SubmitException(transactionId, Status.fromThrowable(failure), GatewayFaults.of(failure), failure);
    }

    static TransactionException commitStatus(String transactionId, Throwable failure) {
        return new CommitStatusException(transactionId, Status.fromThrowable(failure), GatewayFaults.of(failure), failure);
    }

    private static boolean isDisagreement(Status status, List<String> named, List<PeerFault> faults) {
        boolean laterOnly = status.getDescription() != null && status.getDescription().contains(LATER_ENDORSERS);
        return laterOnly && (named.isEmpty() || !refusing(faults).containsAll(named));
    }

    private static Set<String> refusing(List<PeerFault> faults) {
        return faults.stream()
                .filter(fault -> GatewayFaults.refusal(fault.message()).isPresent())
                .map(PeerFault::mspId)
                .collect(Collectors.toSet());
    }

    private static Optional<TransactionException> refusal(String transactionId, Status status, List<PeerFault> faults) {
        return faults.stream()
                .map(PeerFault::message)
                .flatMap(message -> GatewayFaults.refusal(message).stream())
                .findFirst()
                .or(() -> refusal(status))
                .map(error -> new LedgerRefusedException(transactionId, status.getCode(), error));
    }

    private static Optional<LedgerError> refusal(Status status) {
        return Optional.ofNullable(status.getDescription()).flatMap(GatewayFaults::refusal);
    }
}
