package org.voltrail.network.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "OR('A.member','B.peer') | 1(A.MEMBER#0,B.PEER#1)",
        "and( 'A.admin' , \"B.client\" ) | 2(A.ADMIN#0,B.CLIENT#1)",
        "OutOf(2, 'A.peer', 'B.peer', 'C.orderer') | 2(A.PEER#0,B.PEER#1,C.ORDERER#2)",
        "outof('1', 'Org-1.example.com.peer') | 1(Org-1.example.com.PEER#0)",
        "OutOf(0, 'A.peer') | 0(A.PEER#0)",
        "OR('A.member', AND('B.member', 'C.member')) | 1(A.MEMBER#2,2(B.MEMBER#0,C.MEMBER#1))",
        "AND(OR('A.peer','B.peer'), 'C.peer', OR('D.peer')) | 3(1(A.PEER#0,B.PEER#1),C.PEER#3,1(D.PEER#2))"
    })
    void readsGatesAndNumbersPrincipalsAsFabricDoes(String text, String expected) throws PolicyException {
        assertThat(describe(PolicyText.signaturePolicy(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'A.member'", "OR()", "OR('A.member'", "OR('A.member'))", "XOR('A.member')", "OR('A.boss')", "OR(A.member)",
        "OutOf('A.member')", "OutOf(3, 'A.member')", "OutOf(-1, 'A.member')", "OR('A.member' 'B.member')", "OR('A.member',)", "OR('.member')"})
    void refusesWhatIsNoPolicy(String text) {
        assertThatThrownBy(() -> PolicyText.signaturePolicy(text)).isInstanceOf(PolicyException.class);
    }

    @Test
    void refusesEndlessNesting() {
        String text = "OR(".repeat(10_000) + "'A.member'" + ")".repeat(10_000);
        assertThatThrownBy(() -> PolicyText.signaturePolicy(text)).isInstanceOf(PolicyException.class).hasMessageContaining("nested too deeply");
    }

    @Test
    void readsImplicitMetaPolicies() throws PolicyException {
        ImplicitMetaPolicy policy = PolicyText.implicitMeta("MAJORITY Endorsement");
        assertThat(policy.getRule()).isEqualTo(ImplicitMetaPolicy.Rule.MAJORITY);
        assertThat(policy.getSubPolicy()).isEqualTo("Endorsement");
        assertThatThrownBy(() -> PolicyText.implicitMeta("MOST Admins")).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> PolicyText.implicitMeta("Admins")).isInstanceOf(PolicyException.class);
    }

    private static String describe(SignaturePolicyEnvelope envelope) {
        return describe(envelope.getRule(), envelope.getIdentitiesList());
    }

    private static String describe(SignaturePolicy rule, List<MSPPrincipal> principals) {
        if (rule.getTypeCase() == SignaturePolicy.TypeCase.SIGNED_BY) {
            return describe(principals.get(rule.getSignedBy())) + "#" + rule.getSignedBy();
        }
        List<String> parts = new ArrayList<>();
        rule.getNOutOf().getRulesList().forEach(part -> parts.add(describe(part, principals)));
        return rule.getNOutOf().getN() + "(" + String.join(",", parts) + ")";
    }

    private static String describe(MSPPrincipal principal) {
        try {
            MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
            return role.getMspIdentifier() + "." + role.getRole();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
