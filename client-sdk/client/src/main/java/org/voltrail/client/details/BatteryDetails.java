package org.voltrail.client.details;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.DetailsReceipt;
import org.voltrail.model.battery.DetailsVerification;
import org.voltrail.model.battery.PrivateDetails;
import org.voltrail.model.json.CanonicalJson;

/**
 * Private details of batteries in the name of a client's organisation. Sees to it that the details themselves travel in the transient
 * map only, and only to the organisation that is to keep them. Thread-safe.
 *
 * <pre>{@code
 * BatteryDetails details = new BatteryDetails(client);
 * PrivateDetails composition = BatteryDetails.salted("{\"cathode\":\"NMC 811\"}");
 * details.attach(battery, composition).toCompletableFuture().join();
 * details.share(battery, composition, "RecyclerMSP").toCompletableFuture().join();
 * }</pre>
 */
public final class BatteryDetails {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    private final VoltrailClient client;

    /** Details in the client's name. */
    public BatteryDetails(VoltrailClient client) {
        this.client = client;
    }

    /**
     * A document with fresh salt of 256 bits. Keep both: whoever is to verify the document needs the salt too.
     *
     * @param document any text, mostly JSON, 1 to {@value PrivateDetails#DOCUMENT_MAX} characters
     */
    public static PrivateDetails salted(String document) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PrivateDetails(HexFormat.of().formatHex(salt), document);
    }

    /**
     * Binds a battery to details and keeps them at the client's organisation: two transactions, of which only the first is seen by
     * others, and only as a hash. If the second fails, {@link #store} makes up for it.
     */
    public CompletionStage<Committed<DetailsReceipt>> attach(String battery, PrivateDetails details) {
        return bind(battery, details).thenCompose(bound -> store(battery, details));
    }

    /** Binds a battery to the hash of details. */
    public CompletionStage<Committed<BatteryReceipt>> bind(String battery, PrivateDetails details) {
        return client.submit(new BatteryCommand.AttachDetails(battery, details.hash()));
    }

    /** Keeps details that a battery is bound to at the client's organisation. */
    public CompletionStage<Committed<DetailsReceipt>> store(String battery, PrivateDetails details) {
        return client.submit(new BatteryCommand.StoreDetails(battery), seenOnlyBy(client.identity().mspId(), details));
    }

    /**
     * Hands details that the client's organisation attached to another one.
     *
     * @param recipient MSP id
     */
    public CompletionStage<Committed<DetailsReceipt>> share(String battery, PrivateDetails details, String recipient) {
        return client.submit(new BatteryCommand.ShareDetails(battery, recipient), seenOnlyBy(recipient, details));
    }

    /**
     * Details that the client's organisation keeps, its own or those it was handed.
     *
     * @param owner MSP id of the organisation that attached them
     */
    public CompletionStage<PrivateDetails> get(String battery, String owner) {
        return client.evaluateAsync(new BatteryQuery.GetDetails(battery, owner), ownPeers());
    }

    /**
     * Whether details are those that the ledger vouches for. They are shown to the organisation's own peers only.
     *
     * @param owner MSP id of the organisation that attached them
     */
    public CompletionStage<DetailsVerification> verify(String battery, String owner, PrivateDetails details) {
        return client.evaluateAsync(new BatteryQuery.VerifyDetails(battery, owner, details), ownPeers());
    }

    private QueryOptions ownPeers() {
        return QueryOptions.NONE.withOrganisations(client.identity().mspId());
    }

    private static CommandOptions seenOnlyBy(String mspId, PrivateDetails details) {
        return CommandOptions.NONE
                .withTransient(PrivateDetails.TRANSIENT_KEY, CanonicalJson.write(details))
                .withEndorsingOrganisations(mspId);
    }
}
