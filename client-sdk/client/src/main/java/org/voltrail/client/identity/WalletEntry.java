package org.voltrail.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** An identity in the format of Fabric's file-system wallets, version 1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record WalletEntry(
        @JsonProperty("credentials") Credentials credentials,
        @JsonProperty("mspId") String mspId,
        @JsonProperty("type") String type,
        @JsonProperty("version") int version) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String X509 = "X.509";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credentials(
            @JsonProperty("certificate") String certificate, @JsonProperty("privateKey") String privateKey) {}

    static WalletEntry of(LedgerIdentity identity) {
        String key = identity.privateKey()
                .map(Pem::write)
                .orElseThrow(() -> new IdentityException("The private key of " + identity.name() + " is not at hand"));
        return new WalletEntry(new Credentials(identity.certificatePem(), key), identity.mspId(), X509, 1);
    }

    static WalletEntry parse(byte[] json) {
        try {
            WalletEntry entry = JSON.readValue(json, WalletEntry.class);
            if (entry.credentials == null || entry.mspId == null || !X509.equals(entry.type) || entry.version != 1) {
                throw new IdentityException("The wallet entry is no X.509 identity of version 1");
            }
            return entry;
        } catch (IOException e) {
            throw new IdentityException("The wallet entry is no JSON: " + e.getMessage(), e);
        }
    }

    LedgerIdentity identity() {
        return LedgerIdentity.of(mspId, Pem.certificate(credentials.certificate), Pem.privateKey(credentials.privateKey));
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IdentityException("The wallet entry cannot be written: " + e.getMessage(), e);
        }
    }
}
