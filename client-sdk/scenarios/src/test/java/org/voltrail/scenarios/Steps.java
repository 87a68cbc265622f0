package org.voltrail.scenarios;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.offline.UnsignedCommitStatus;
import org.voltrail.client.offline.UnsignedProposal;
import org.voltrail.client.offline.UnsignedTransaction;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/** The steps of a command one by one, without repetition, each signed by the client's identity. */
record Steps(VoltrailClient client) {
    /** A proposal that nobody has seen yet. */
    <R> UnsignedProposal<R> proposed(Command<R> command) {
        return client.offline().propose(command, CommandOptions.NONE);
    }

    /** Endorsed by the organisations with these MSP ids, or by those that the gateway finds. */
    <R> UnsignedTransaction<R> endorsed(Command<R> command, String... mspIds) {
        return endorsed(client.offline().propose(command, CommandOptions.NONE.withEndorsingOrganisations(mspIds)));
    }

    /** A query that is to be put on the ledger as a transaction. */
    <R> UnsignedTransaction<R> endorsed(Query<R> query) {
        return endorsed(client.offline().propose(query, QueryOptions.NONE));
    }

    <R> UnsignedTransaction<R> endorsed(UnsignedProposal<R> proposal) {
        return endorsed(proposal, sign(proposal.digest()));
    }

    <R> UnsignedTransaction<R> endorsed(UnsignedProposal<R> proposal, byte[] signature) {
        return await(client.offline().endorse(proposal, signature));
    }

    /** Submits and waits for the commit. */
    <R> Committed<R> committed(UnsignedTransaction<R> transaction) {
        UnsignedCommitStatus<R> question = submitted(transaction, sign(transaction.digest()));
        return await(client.offline().commitStatus(question, sign(question.digest())));
    }

    /** Submits and does not wait. */
    <R> UnsignedCommitStatus<R> submitted(UnsignedTransaction<R> transaction, byte[] signature) {
        return await(client.offline().submit(transaction, signature));
    }

    /**
     * Asks what became of a transaction.
     *
     * @return the number of the block in which it is valid
     */
    long status(String transactionId) {
        byte[] question = question(transactionId);
        byte[] digest = sha256(question);
        UnsignedCommitStatus<String> unsigned =
                new UnsignedCommitStatus<>(transactionId, CommandId.fresh(), "", question, digest);
        return await(client.offline().commitStatus(unsigned, sign(digest))).blockNumber();
    }

    private byte[] question(String transactionId) {
        SerializedIdentity identity = SerializedIdentity.newBuilder()
                .setMspid(client.identity().mspId())
                .setIdBytes(ByteString.copyFromUtf8(client.identity().certificatePem()))
                .build();
        return CommitStatusRequest.newBuilder()
                .setTransactionId(transactionId)
                .setChannelId(client.options().channel())
                .setIdentity(identity.toByteString())
                .build()
                .toByteArray();
    }

    byte[] sign(byte[] digest) {
        return client.identity().sign(digest);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
