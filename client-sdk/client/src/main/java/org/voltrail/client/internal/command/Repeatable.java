package org.voltrail.client.internal.command;

import io.grpc.Status;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.client.ledger.CommitException;
import org.voltrail.client.ledger.CommitStatusException;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.EvaluateException;
import org.voltrail.client.ledger.SubmitException;
import org.voltrail.client.ledger.TransactionException;

/**
 * Which failures pass by themselves, so that repeating helps. Repeating is never harmful, whatever the outcome of the earlier attempt,
 * since all attempts share one command id.
 */
final class Repeatable {
    /** Unreachable, too slow, too busy, or told to come again: by the peer, its gateway or the orderers. */
    private static final Set<Status.Code> PASSING = Set.of(
            Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED, Status.Code.ABORTED);

    /** A peer that has not yet heard of the others; the same status also stands for faults of the client's. */
    private static final String NOT_DISCOVERED = "no combination of peers can be derived";

    /** How a peer begins when it does not take a proposal: unknown or revoked certificate, wrong signature, no right to write. */
    private static final String NOT_TAKEN = "error validating proposal";

    private static final List<TxValidationCode> CONFLICTS =
            List.of(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);

    private Repeatable() {}

    /**
     * Whether to repeat.
     *
     * @param attempt how many attempts were made, this one included
     */
    static boolean test(TransactionException failure, int attempt) {
        if (failure instanceof CommitException commit) {
            return isConflict(commit, attempt);
        }
        if (failure instanceof CommitStatusException status) {
            return isPassing(status) || status.status() == Status.Code.CANCELLED;
        }
        if (failure instanceof EndorseException || failure instanceof EvaluateException) {
            return isPassing(failure) && !isNotTaken(failure) || isNotDiscovered(failure);
        }
        return failure instanceof SubmitException && isPassing(failure);
    }

    /** A change of a key's endorsement policy that came in between shows as a policy failure; asking once more gives the true answer. */
    private static boolean isConflict(CommitException failure, int attempt) {
        return CONFLICTS.contains(failure.validationCode())
                || failure.validationCode() == TxValidationCode.ENDORSEMENT_POLICY_FAILURE && attempt == 1;
    }

    private static boolean isPassing(TransactionException failure) {
        return PASSING.contains(failure.status());
    }

    private static boolean isNotTaken(TransactionException failure) {
        return failure.faults().stream().anyMatch(fault -> fault.message().contains(NOT_TAKEN));
    }

    private static boolean isNotDiscovered(TransactionException failure) {
        return failure.status() == Status.Code.FAILED_PRECONDITION && failure.getMessage().contains(NOT_DISCOVERED);
    }
}
