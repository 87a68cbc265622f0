package org.voltrail.network.testing;

import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPPrincipal.Classification;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;

/** Principals for tests. */
public final class Principal {
    private Principal() {}

    public static MSPPrincipal role(String mspId, MSPRoleType role) {
        return MSPPrincipal.newBuilder().setPrincipalClassification(Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder().setMspIdentifier(mspId).setRole(role).build().toByteString()).build();
    }
}
