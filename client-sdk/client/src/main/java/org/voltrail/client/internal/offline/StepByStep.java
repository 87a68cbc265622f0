package org.voltrail.client.internal.offline;

import java.util.concurrent.CompletionStage;
import org.voltrail.client.Deadlines;
import org.voltrail.client.internal.command.Requests;
import org.voltrail.client.internal.command.Stages;
import org.voltrail.client.internal.gateway.Draft;
import org.voltrail.client.internal.gateway.Drafts;
import org.voltrail.client.internal.gateway.GatewayCalls;
import org.voltrail.client.internal.gateway.Prepared;
import org.voltrail.client.internal.gateway.Question;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.offline.OfflineSigning;
import org.voltrail.client.offline.UnsignedCommitStatus;
import org.voltrail.client.offline.UnsignedProposal;
import org.voltrail.client.offline.UnsignedTransaction;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/** {@link OfflineSigning} over the gateway's calls. */
public final class StepByStep implements OfflineSigning {
    private final Deadlines deadlines;
    private final Drafts drafts;
    private final Requests requests;
    private final GatewayCalls calls;

    /** Steps in an identity's name. */
    public StepByStep(Deadlines deadlines, Drafts drafts, Requests requests, GatewayCalls calls) {
        this.deadlines = deadlines;
        this.drafts = drafts;
        this.requests = requests;
        this.calls = calls;
    }

    @Override
    public <R> UnsignedProposal<R> propose(Command<R> command, CommandOptions options) {
        CommandId id = options.commandId() == null ? CommandId.fresh() : options.commandId();
        return proposal(requests.draft(command, id, options), id, command.resultType());
    }

    @Override
    public <R> UnsignedProposal<R> propose(Query<R> query, QueryOptions options) {
        return proposal(requests.draft(query, options), CommandId.fresh(), query.resultType());
    }

    @Override
    public <R> CompletionStage<R> evaluate(UnsignedProposal<R> proposal, byte[] signature) {
        Draft draft = drafts.proposal(proposal.bytes());
        return Stages.unwrapped(calls.evaluate(draft, signature, deadlines.evaluate())
                .thenApply(answer -> requests.answer(draft.transactionId(), answer, proposal.resultType())));
    }

    @Override
    public <R> CompletionStage<UnsignedTransaction<R>> endorse(UnsignedProposal<R> proposal, byte[] signature) {
        Draft draft = drafts.proposal(proposal.bytes());
        return Stages.unwrapped(calls.endorse(draft, signature, deadlines.endorse())
                .thenApply(prepared -> transaction(prepared, proposal.commandId(), proposal.resultType())));
    }

    @Override
    public <R> CompletionStage<UnsignedCommitStatus<R>> submit(UnsignedTransaction<R> transaction, byte[] signature) {
        Prepared prepared = drafts.transaction(transaction.bytes());
        R result = requests.answer(prepared.transactionId(), prepared.result(), transaction.resultType());
        Question question = drafts.question(prepared.transactionId());
        return Stages.unwrapped(calls.submit(prepared, signature, deadlines.submit())
                .thenApply(submitted -> new UnsignedCommitStatus<>(
                        question.transactionId(), transaction.commandId(), result, question.bytes(), question.digest())));
    }

    @Override
    public <R> CompletionStage<Committed<R>> commitStatus(UnsignedCommitStatus<R> question, byte[] signature) {
        Question plain = new Question(question.transactionId(), question.bytes(), question.digest());
        return Stages.unwrapped(calls.commitStatus(plain, signature, deadlines.commitStatus())
                .thenApply(block -> new Committed<>(question.result(), question.transactionId(), block, question.commandId(), 1)));
    }

    @Override
    public <R> UnsignedProposal<R> readProposal(byte[] bytes, CommandId commandId, Class<R> resultType) {
        return proposal(drafts.proposal(bytes), commandId, resultType);
    }

    @Override
    public <R> UnsignedTransaction<R> readTransaction(byte[] bytes, CommandId commandId, Class<R> resultType) {
        return transaction(drafts.transaction(bytes), commandId, resultType);
    }

    private static <R> UnsignedProposal<R> proposal(Draft draft, CommandId commandId, Class<R> resultType) {
        return new UnsignedProposal<>(draft.transactionId(), commandId, resultType, draft.bytes(), draft.digest());
    }

    private static <R> UnsignedTransaction<R> transaction(Prepared prepared, CommandId commandId, Class<R> resultType) {
        return new UnsignedTransaction<>(prepared.transactionId(), commandId, resultType, prepared.bytes(), prepared.digest());
    }
}
