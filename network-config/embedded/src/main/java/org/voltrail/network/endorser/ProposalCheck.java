package org.voltrail.network.endorser;

import java.util.HexFormat;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.access.AccessDeniedException;
import org.voltrail.network.access.Resource;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.wire.Wire;

/** What a peer checks of a proposal before it executes anything. */
final class ProposalCheck {
    private final String localMspId;
    private final AccessControl access;

    ProposalCheck(String localMspId, AccessControl access) {
        this.localMspId = localMspId;
        this.access = access;
    }

    /**
     * Checks a proposal on a channel.
     *
     * @param application whether it is for an application chaincode, which only writers may propose to
     * @return the creator
     */
    Identity check(UnpackedProposal proposal, ChannelLedger ledger, boolean application) throws MalformedProposalException {
        Identity creator = checkCreator(proposal, ledger.config().msps(), false);
        checkNew(proposal, ledger);
        if (application) {
            checkWriter(proposal, ledger);
        }
        return creator;
    }

    /** Checks a proposal to the peer itself: it must come from its own organisation. */
    Identity checkLocal(UnpackedProposal proposal, MspManager msps) throws MalformedProposalException {
        return checkCreator(proposal, msps, true);
    }

    private Identity checkCreator(UnpackedProposal proposal, MspManager msps, boolean local) throws MalformedProposalException {
        try {
            checkHeaders(proposal);
            Identity creator = creator(proposal, msps, local);
            checkSignature(proposal, msps, creator);
            return creator;
        } catch (MalformedProposalException e) {
            throw new MalformedProposalException("error validating proposal: " + e.getMessage(), e);
        }
    }

    private static void checkHeaders(UnpackedProposal proposal) throws MalformedProposalException {
        ChannelHeader header = proposal.channelHeader();
        boolean known = header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE || header.getType() == HeaderType.CONFIG_VALUE;
        require(known, "invalid header type " + typeName(header.getType()));
        require(header.getEpoch() == 0, "epoch is non-zero");
        require(!proposal.signatureHeader().getNonce().isEmpty(), "nonce is empty");
        require(!proposal.creator().isEmpty(), "creator is empty");
        String expected = Wire.transactionId(proposal.signatureHeader().getNonce(), proposal.creator());
        require(
                proposal.txId().equals(expected),
                "incorrectly computed txid '%s' -- expected '%s'".formatted(proposal.txId(), expected));
        require(!proposal.signedProposal().getSignature().isEmpty(), "empty signature bytes");
    }

    private static String typeName(int type) {
        HeaderType known = HeaderType.forNumber(type);
        return known == null ? Integer.toString(type) : known.name();
    }

    private Identity creator(UnpackedProposal proposal, MspManager msps, boolean local) throws MalformedProposalException {
        try {
            Identity creator = msps.deserialize(proposal.creator());
            if (!local || creator.mspId().equals(localMspId)) {
                return creator;
            }
            throw new MspException("expected MSP ID %s, received %s".formatted(localMspId, creator.mspId()));
        } catch (MspException e) {
            throw new MalformedProposalException(
                    "access denied: channel [%s] creator org unknown, creator is malformed".formatted(proposal.channelId()), e);
        }
    }

    private static void checkSignature(UnpackedProposal proposal, MspManager msps, Identity creator) throws MalformedProposalException {
        String denied = "access denied: channel [%s] creator org [%s]".formatted(proposal.channelId(), creator.mspId());
        try {
            msps.validate(creator);
        } catch (MspException e) {
            throw new MalformedProposalException(denied, e);
        }
        require(creator.verify(proposal.signedData().data(), proposal.signedData().signature()), denied);
    }

    private static void checkNew(UnpackedProposal proposal, ChannelLedger ledger) throws MalformedProposalException {
        Optional<?> known = ledger.status(proposal.txId());
        if (known.isPresent()) {
            throw new MalformedProposalException("duplicate transaction found [%s]. Creator [%s]"
                    .formatted(proposal.txId(), HexFormat.of().formatHex(proposal.creator().toByteArray())));
        }
    }

    private void checkWriter(UnpackedProposal proposal, ChannelLedger ledger) throws MalformedProposalException {
        try {
            access.check(Resource.PROPOSE, ledger.config(), proposal.signedData());
        } catch (AccessDeniedException e) {
            throw new MalformedProposalException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void require(boolean condition, String message) throws MalformedProposalException {
        if (!condition) {
            throw new MalformedProposalException(message);
        }
    }
}
