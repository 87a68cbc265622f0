package org.voltrail.network.deployment;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.lifecycle.ApproveChaincodeDefinitionForMyOrgArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeSource;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionsArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionsResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodesArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodesResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.endorser.Endorser;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.lifecycle.ChaincodeDefinition;
import org.voltrail.network.lifecycle.ChaincodePackage;
import org.voltrail.network.orderer.Orderer;

/** Deploys chaincode the way a real network does: each organisation installs and approves, then the definition is committed. */
public final class ChaincodeDeployer {
    private static final Logger LOG = LoggerFactory.getLogger(ChaincodeDeployer.class);
    private static final ApplicationPolicy DEFAULT_POLICY = ApplicationPolicy.newBuilder()
            .setChannelConfigPolicyReference("/Channel/Application/Endorsement")
            .build();

    private final ChannelLedger ledger;
    private final Transactor transactor;

    public ChaincodeDeployer(ChannelLedger ledger, Orderer orderer) {
        this.ledger = ledger;
        this.transactor = new Transactor(ledger, orderer);
    }

    /**
     * Sees to it that the chaincode is defined on the channel as described and runs on the participants' peers. What is so already
     * is left alone.
     *
     * @return the definition's sequence number
     * @throws DeploymentException when a step fails
     */
    public long deploy(ChaincodeDeployment deployment, List<Participant> participants) {
        ChaincodePackage chaincode = deployment.chaincodePackage();
        participants.forEach(participant -> install(chaincode, participant));
        Optional<ChaincodeDefinition> committed = ledger.chaincode(deployment.name());
        boolean unchanged = committed.filter(definition -> matches(definition, deployment)).isPresent();
        long sequence = committed.map(ChaincodeDefinition::sequence).orElse(0L) + (unchanged ? 0 : 1);
        participants.forEach(participant -> approve(deployment, sequence, chaincode, participant));
        if (!unchanged) {
            commit(deployment, sequence, participants);
            LOG.info("Chaincode {} {} is committed with sequence {}", deployment.name(), deployment.version(), sequence);
        }
        return sequence;
    }

    /** Has one more organisation install and approve a chaincode that the channel has agreed on. */
    public void join(ChaincodeDeployment deployment, Participant participant) {
        long sequence = ledger.chaincode(deployment.name())
                .map(ChaincodeDefinition::sequence)
                .orElseThrow(() -> new DeploymentException("Chaincode %s is not defined".formatted(deployment.name())));
        install(deployment.chaincodePackage(), participant);
        approve(deployment, sequence, deployment.chaincodePackage(), participant);
    }

    private static boolean matches(ChaincodeDefinition definition, ChaincodeDeployment deployment) {
        return definition.version().equals(deployment.version())
                && definition.endorsementPolicy().equals(policy(deployment))
                && definition.collections().equals(deployment.collections())
                && definition.initRequired() == deployment.initRequired();
    }

    private static ApplicationPolicy policy(ChaincodeDeployment deployment) {
        ApplicationPolicy policy = deployment.endorsementPolicy();
        return policy == null ? DEFAULT_POLICY : policy;
    }

    private void install(ChaincodePackage chaincode, Participant participant) {
        for (Endorser peer : participant.peers()) {
            QueryInstalledChaincodesResult installed = Transactor.result(
                    QueryInstalledChaincodesResult.parser(),
                    transactor.callPeer(
                            participant.admin(),
                            peer,
                            "QueryInstalledChaincodes",
                            QueryInstalledChaincodesArgs.getDefaultInstance()));
            if (installed.getInstalledChaincodesList().stream()
                    .noneMatch(known -> known.getPackageId().equals(chaincode.packageId()))) {
                transactor.callPeer(
                        participant.admin(),
                        peer,
                        "InstallChaincode",
                        InstallChaincodeArgs.newBuilder()
                                .setChaincodeInstallPackage(ByteString.copyFrom(chaincode.bytes()))
                                .build());
            }
        }
    }

    private void approve(ChaincodeDeployment deployment, long sequence, ChaincodePackage chaincode, Participant participant) {
        if (hasApproved(deployment, sequence, chaincode, participant)) {
            return;
        }
        ApproveChaincodeDefinitionForMyOrgArgs args = ApproveChaincodeDefinitionForMyOrgArgs.newBuilder()
                .setName(deployment.name())
                .setVersion(deployment.version())
                .setSequence(sequence)
                .setEndorsementPlugin("escc")
                .setValidationPlugin("vscc")
                .setValidationParameter(policy(deployment).toByteString())
                .setCollections(deployment.collections())
                .setInitRequired(deployment.initRequired())
                .setSource(ChaincodeSource.newBuilder()
                        .setLocalPackage(ChaincodeSource.Local.newBuilder().setPackageId(chaincode.packageId())))
                .build();
        transactor.submit(
                participant.admin(), participant.peers().subList(0, 1), "ApproveChaincodeDefinitionForMyOrg", args);
    }

    private boolean hasApproved(ChaincodeDeployment deployment, long sequence, ChaincodePackage chaincode, Participant participant) {
        Endorser peer = participant.peers().get(0);
        QueryApprovedChaincodeDefinitionsResult all = Transactor.result(
                QueryApprovedChaincodeDefinitionsResult.parser(),
                transactor.query(
                        participant.admin(),
                        peer,
                        "QueryApprovedChaincodeDefinitions",
                        QueryApprovedChaincodeDefinitionsArgs.getDefaultInstance()));
        if (all.getApprovedChaincodeDefinitionsList().stream()
                .noneMatch(approved -> approved.getName().equals(deployment.name()) && approved.getSequence() == sequence)) {
            return false;
        }
        QueryApprovedChaincodeDefinitionResult approved = Transactor.result(
                QueryApprovedChaincodeDefinitionResult.parser(),
                transactor.query(
                        participant.admin(),
                        peer,
                        "QueryApprovedChaincodeDefinition",
                        QueryApprovedChaincodeDefinitionArgs.newBuilder()
                                .setName(deployment.name())
                                .setSequence(sequence)
                                .build()));
        return approved.getVersion().equals(deployment.version())
                && approved.getValidationParameter().equals(policy(deployment).toByteString())
                && approved.getCollections().equals(deployment.collections())
                && approved.getInitRequired() == deployment.initRequired()
                && approved.getSource().getLocalPackage().getPackageId().equals(chaincode.packageId());
    }

    private void commit(ChaincodeDeployment deployment, long sequence, List<Participant> participants) {
        CommitChaincodeDefinitionArgs args = CommitChaincodeDefinitionArgs.newBuilder()
                .setName(deployment.name())
                .setVersion(deployment.version())
                .setSequence(sequence)
                .setEndorsementPlugin("escc")
                .setValidationPlugin("vscc")
                .setValidationParameter(policy(deployment).toByteString())
                .setCollections(deployment.collections())
                .setInitRequired(deployment.initRequired())
                .build();
        List<Endorser> onePeerEach =
                participants.stream().map(participant -> participant.peers().get(0)).toList();
        transactor.submit(participants.get(0).admin(), onePeerEach, "CommitChaincodeDefinition", args);
    }
}
