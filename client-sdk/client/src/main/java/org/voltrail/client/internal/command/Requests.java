package org.voltrail.client.internal.command;

import org.voltrail.client.internal.gateway.Draft;
import org.voltrail.client.internal.gateway.Drafts;
import org.voltrail.client.internal.gateway.Question;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.ledger.UnreadableAnswerException;
import org.voltrail.model.Command;
import org.voltrail.model.CommandEnvelope;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Query;
import org.voltrail.model.json.CanonicalJson;

/** Puts commands and queries into the chaincode's form and reads its answers. */
public final class Requests {
    private final Drafts drafts;

    /** Requests in an identity's name. */
    public Requests(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The proposal of a command. */
    public Draft draft(Command<?> command, CommandId commandId, CommandOptions options) {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>(commandId.value(), command));
        return drafts.proposal(
                command.contract(), command.transaction(), argument, options.transientData(), options.endorsingOrganisations());
    }

    /** The proposal of a query. */
    public Draft draft(Query<?> query, QueryOptions options) {
        return drafts.proposal(
                query.contract(), query.transaction(), CanonicalJson.write(query), options.transientData(), options.organisations());
    }

    /** The question for a commit status. */
    public Question question(String transactionId) {
        return drafts.question(transactionId);
    }

    /**
     * Reads an answer.
     *
     * @throws UnreadableAnswerException if it is not of the expected form
     */
    public <R> R answer(String transactionId, byte[] answer, Class<R> type) {
        try {
            return CanonicalJson.read(answer, type);
        } catch (LedgerException e) {
            throw new UnreadableAnswerException(transactionId, type, e);
        }
    }
}
