package org.voltrail.network.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ApproveChaincodeDefinitionForMyOrgArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.ApproveChaincodeDefinitionForMyOrgResult;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeSource;
import org.hyperledger.fabric.protos.peer.lifecycle.CheckCommitReadinessArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.CheckCommitReadinessResult;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionsResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsResult;
import org.voltrail.network.chaincode.TransactionContext;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.Simulator;

/** The lifecycle's functions with which the organisations of a channel agree on chaincode definitions. */
final class Agreement {
    private final String mspId;

    Agreement(String mspId) {
        this.mspId = mspId;
    }

    ApproveChaincodeDefinitionForMyOrgResult approve(Call call, ApproveChaincodeDefinitionForMyOrgArgs args)
            throws LifecycleException, LedgerException {
        DefinitionRules.checkPlugins(args.getEndorsementPlugin(), args.getValidationPlugin());
        DefinitionParameters parameters = DefinitionParameters.of(
                args.getVersion(),
                args.getEndorsementPlugin(),
                args.getValidationPlugin(),
                args.getValidationParameter(),
                args.getInitRequired(),
                args.getCollections());
        String packageId = args.getSource().getLocalPackage().getPackageId();
        return call.on(simulator -> {
            checkDefinition(call.config(), simulator, args.getName(), args.getVersion(), args.getCollections());
            approve(simulator, args.getName(), args.getSequence(), parameters, packageId);
            return ApproveChaincodeDefinitionForMyOrgResult.getDefaultInstance();
        });
    }

    private static void checkDefinition(
            ChannelConfig config, Simulator simulator, String name, String version, CollectionConfigPackage collections)
            throws LifecycleException, LedgerException {
        try {
            new DefinitionRules(config.msps()).check(name, version, collections, committedCollections(simulator, name));
        } catch (LifecycleException e) {
            throw new LifecycleException("error validating chaincode definition: " + e.getMessage());
        }
    }

    private static CollectionConfigPackage committedCollections(Simulator simulator, String name) throws LedgerException {
        LifecycleState shared = LifecycleState.shared(simulator);
        return shared.metadata(LifecycleState.NAMESPACES, name).isPresent()
                ? shared.parameters(name).collections()
                : CollectionConfigPackage.getDefaultInstance();
    }

    private void approve(Simulator simulator, String name, long sequence, DefinitionParameters parameters, String packageId)
            throws LifecycleException, LedgerException {
        LifecycleState shared = LifecycleState.shared(simulator);
        LifecycleState own = LifecycleState.ofOrganisation(simulator, mspId);
        long current = shared.sequence(name);
        checkSequence(sequence, current);
        String approval = LifecycleState.approvalName(name, sequence);
        boolean unchanged = approvedAlready(own, approval, parameters, packageId);
        if (sequence == current) {
            String difference = shared.parameters(name).differenceTo(parameters);
            require(
                    difference.isEmpty(),
                    "attempted to redefine the current committed sequence (%d) for namespace %s with different parameters: %s",
                    current,
                    name,
                    difference);
            require(!unchanged, "attempted to redefine the current committed sequence (%d) for namespace %s", current, name);
        } else {
            require(
                    !unchanged,
                    "attempted to redefine uncommitted sequence (%d) for namespace %s with unchanged content",
                    sequence,
                    name);
        }
        own.write(LifecycleState.NAMESPACES, approval, StateRecord.parameters(parameters));
        own.write(LifecycleState.SOURCES, approval, StateRecord.localPackage(packageId));
    }

    private static void checkSequence(long requested, long current) throws LifecycleException {
        require(requested != 0 || current != 0, "requested sequence is 0, but first definable sequence number is 1");
        require(
                requested >= current,
                "currently defined sequence %d is larger than requested sequence %d",
                current,
                requested);
        require(
                requested <= current + 1,
                "requested sequence %d is larger than the next available sequence number %d",
                requested,
                current + 1);
    }

    private static boolean approvedAlready(LifecycleState own, String approval, DefinitionParameters parameters, String packageId)
            throws LedgerException {
        return own.metadata(LifecycleState.NAMESPACES, approval).isPresent()
                && own.parameters(approval).differenceTo(parameters).isEmpty()
                && own.metadata(LifecycleState.SOURCES, approval).isPresent()
                && own.packageId(approval).equals(packageId);
    }

    QueryApprovedChaincodeDefinitionResult queryApproved(Call call, QueryApprovedChaincodeDefinitionArgs args)
            throws LifecycleException, LedgerException {
        return call.on(simulator -> {
            LifecycleState own = LifecycleState.ofOrganisation(simulator, mspId);
            long sequence = args.getSequence() != 0 ? args.getSequence() : latestApproved(simulator, own, args.getName());
            String approval = LifecycleState.approvalName(args.getName(), sequence);
            require(
                    own.metadata(LifecycleState.NAMESPACES, approval).isPresent(),
                    "could not fetch approved chaincode definition (name: '%s', sequence: '%d') on channel '%s'",
                    args.getName(),
                    sequence,
                    call.transaction().channelId());
            DefinitionParameters parameters = own.parameters(approval);
            return QueryApprovedChaincodeDefinitionResult.newBuilder()
                    .setSequence(sequence)
                    .setVersion(parameters.endorsementInfo().getVersion())
                    .setEndorsementPlugin(parameters.endorsementInfo().getEndorsementPlugin())
                    .setInitRequired(parameters.endorsementInfo().getInitRequired())
                    .setValidationPlugin(parameters.validationInfo().getValidationPlugin())
                    .setValidationParameter(parameters.validationInfo().getValidationParameter())
                    .setCollections(parameters.collections())
                    .setSource(source(own.packageId(approval)))
                    .build();
        });
    }

    private static long latestApproved(Simulator simulator, LifecycleState own, String name) throws LedgerException {
        long current = LifecycleState.shared(simulator).sequence(name);
        boolean next = own.metadata(LifecycleState.NAMESPACES, LifecycleState.approvalName(name, current + 1)).isPresent();
        return next ? current + 1 : current;
    }

    private static ChaincodeSource source(String packageId) {
        return packageId.isEmpty()
                ? ChaincodeSource.newBuilder().setUnavailable(ChaincodeSource.Unavailable.getDefaultInstance()).build()
                : ChaincodeSource.newBuilder().setLocalPackage(ChaincodeSource.Local.newBuilder().setPackageId(packageId)).build();
    }

    QueryApprovedChaincodeDefinitionsResult queryAllApproved(Call call) throws LifecycleException, LedgerException {
        return call.on(simulator -> {
            LifecycleState own = LifecycleState.ofOrganisation(simulator, mspId);
            QueryApprovedChaincodeDefinitionsResult.Builder result = QueryApprovedChaincodeDefinitionsResult.newBuilder();
            for (String approval : own.names(LifecycleState.NAMESPACES)) {
                result.addApprovedChaincodeDefinitions(describeApproval(own, approval));
            }
            return result.build();
        });
    }

    private static QueryApprovedChaincodeDefinitionsResult.ApprovedChaincodeDefinition describeApproval(LifecycleState own, String approval)
            throws LedgerException {
        DefinitionParameters parameters = own.parameters(approval);
        int hash = approval.lastIndexOf('#');
        return QueryApprovedChaincodeDefinitionsResult.ApprovedChaincodeDefinition.newBuilder()
                .setName(approval.substring(0, hash))
                .setSequence(Long.parseLong(approval.substring(hash + 1)))
                .setVersion(parameters.endorsementInfo().getVersion())
                .setEndorsementPlugin(parameters.endorsementInfo().getEndorsementPlugin())
                .setInitRequired(parameters.endorsementInfo().getInitRequired())
                .setValidationPlugin(parameters.validationInfo().getValidationPlugin())
                .setValidationParameter(parameters.validationInfo().getValidationParameter())
                .setCollections(parameters.collections())
                .setSource(source(own.packageId(approval)))
                .build();
    }

    CheckCommitReadinessResult readiness(Call call, CheckCommitReadinessArgs args) throws LifecycleException, LedgerException {
        DefinitionParameters parameters = DefinitionParameters.of(
                args.getVersion(),
                args.getEndorsementPlugin(),
                args.getValidationPlugin(),
                args.getValidationParameter(),
                args.getInitRequired(),
                args.getCollections());
        return call.on(simulator -> {
            CheckCommitReadinessResult.Builder result = CheckCommitReadinessResult.newBuilder();
            mismatches(call, simulator, args.getName(), args.getSequence(), parameters).forEach((organisation, items) -> {
                result.putApprovals(organisation, items.isEmpty());
                if (!items.isEmpty()) {
                    result.putMismatches(
                            organisation, CheckCommitReadinessResult.Mismatches.newBuilder().addAllItems(items).build());
                }
            });
            return result.build();
        });
    }

    private static Map<String, List<String>> mismatches(
            Call call, Simulator simulator, String name, long sequence, DefinitionParameters parameters)
            throws LifecycleException, LedgerException {
        long next = LifecycleState.shared(simulator).sequence(name) + 1;
        require(sequence == next, "requested sequence is %d, but new definition must be sequence %d", sequence, next);
        return approvals(call, simulator, name, sequence, parameters);
    }

    private static Map<String, List<String>> approvals(
            Call call, Simulator simulator, String name, long sequence, DefinitionParameters parameters) throws LedgerException {
        Map<String, List<String>> approvals = new TreeMap<>();
        for (String organisation : call.config().applicationOrganisations()) {
            approvals.put(
                    organisation,
                    LifecycleState.ofOrganisation(simulator, organisation)
                            .mismatches(
                                    LifecycleState.NAMESPACES,
                                    LifecycleState.approvalName(name, sequence),
                                    StateRecord.parameters(parameters)));
        }
        return approvals;
    }

    CommitChaincodeDefinitionResult commit(Call call, CommitChaincodeDefinitionArgs args) throws LifecycleException, LedgerException {
        DefinitionParameters parameters = DefinitionParameters.of(
                args.getVersion(),
                args.getEndorsementPlugin(),
                args.getValidationPlugin(),
                args.getValidationParameter(),
                args.getInitRequired(),
                args.getCollections());
        return call.on(simulator -> {
            checkDefinition(call.config(), simulator, args.getName(), args.getVersion(), args.getCollections());
            Map<String, List<String>> mismatches = mismatches(call, simulator, args.getName(), args.getSequence(), parameters);
            require(
                    mismatches.containsKey(mspId),
                    "impossibly, this peer's org is processing requests for a channel it is not a member of");
            LifecycleState.shared(simulator)
                    .write(LifecycleState.NAMESPACES, args.getName(), StateRecord.definition(args.getSequence(), parameters));
            require(mismatches.get(mspId).isEmpty(), "chaincode definition not agreed to by this org (%s)", mspId);
            return CommitChaincodeDefinitionResult.getDefaultInstance();
        });
    }

    QueryChaincodeDefinitionResult queryCommitted(Call call, QueryChaincodeDefinitionArgs args) throws LifecycleException, LedgerException {
        return call.on(simulator -> {
            LifecycleState shared = LifecycleState.shared(simulator);
            if (shared.metadata(LifecycleState.NAMESPACES, args.getName()).isEmpty()) {
                throw LifecycleException.notFound("namespace %s is not defined".formatted(args.getName()));
            }
            long sequence = shared.sequence(args.getName());
            DefinitionParameters parameters = shared.parameters(args.getName());
            QueryChaincodeDefinitionResult.Builder result = QueryChaincodeDefinitionResult.newBuilder()
                    .setSequence(sequence)
                    .setVersion(parameters.endorsementInfo().getVersion())
                    .setEndorsementPlugin(parameters.endorsementInfo().getEndorsementPlugin())
                    .setInitRequired(parameters.endorsementInfo().getInitRequired())
                    .setValidationPlugin(parameters.validationInfo().getValidationPlugin())
                    .setValidationParameter(parameters.validationInfo().getValidationParameter())
                    .setCollections(parameters.collections());
            approvals(call, simulator, args.getName(), sequence, parameters)
                    .forEach((organisation, items) -> result.putApprovals(organisation, items.isEmpty()));
            return result.build();
        });
    }

    QueryChaincodeDefinitionsResult queryAllCommitted(Call call) throws LifecycleException, LedgerException {
        return call.on(simulator -> {
            LifecycleState shared = LifecycleState.shared(simulator);
            QueryChaincodeDefinitionsResult.Builder result = QueryChaincodeDefinitionsResult.newBuilder();
            for (String name : shared.names(LifecycleState.NAMESPACES)) {
                result.addChaincodeDefinitions(describeDefinition(shared, name));
            }
            return result.build();
        });
    }

    private static QueryChaincodeDefinitionsResult.ChaincodeDefinition describeDefinition(LifecycleState shared, String name)
            throws LedgerException {
        DefinitionParameters parameters = shared.parameters(name);
        return QueryChaincodeDefinitionsResult.ChaincodeDefinition.newBuilder()
                .setName(name)
                .setSequence(shared.sequence(name))
                .setVersion(parameters.endorsementInfo().getVersion())
                .setEndorsementPlugin(parameters.endorsementInfo().getEndorsementPlugin())
                .setInitRequired(parameters.endorsementInfo().getInitRequired())
                .setValidationPlugin(parameters.validationInfo().getValidationPlugin())
                .setValidationParameter(parameters.validationInfo().getValidationParameter())
                .setCollections(parameters.collections())
                .build();
    }

    private static void require(boolean condition, String message, Object... arguments) throws LifecycleException {
        if (!condition) {
            throw new LifecycleException(message.formatted(arguments));
        }
    }

    /** A call on a channel. */
    record Call(ChannelConfig config, TransactionContext transaction) {
        <T> T on(Work<T> work) throws LifecycleException, LedgerException {
            try {
                return transaction.withSimulator(simulator -> guarded(work, simulator));
            } catch (LedgerException e) {
                if (e.getCause() instanceof LifecycleException refusal) {
                    throw refusal;
                }
                throw e;
            }
        }

        private static <T> T guarded(Work<T> work, Simulator simulator) throws LedgerException {
            try {
                return work.apply(simulator);
            } catch (LifecycleException e) {
                throw new LedgerException(e.getMessage(), e);
            }
        }
    }

    /** Something to do with the lifecycle's state. */
    @FunctionalInterface
    interface Work<T> {
        T apply(Simulator simulator) throws LifecycleException, LedgerException;
    }
}
