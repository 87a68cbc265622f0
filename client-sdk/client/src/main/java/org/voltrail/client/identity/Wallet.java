package org.voltrail.client.identity;

import java.util.List;
import java.util.Optional;

/**
 * Keeps identities under labels. A label has 1 to 100 characters of {@code [A-Za-z0-9._@-]} and does not begin with a dot.
 * Implementations are thread-safe.
 */
public interface Wallet {
    /**
     * An identity.
     *
     * @return empty if there is none under this label
     * @throws IdentityException if the entry cannot be read or the label is not of its form
     */
    Optional<LedgerIdentity> get(String label);

    /**
     * Keeps an identity, in place of the one that is there under this label.
     *
     * @throws IdentityException if its key is not at hand, the label is not of its form, or it cannot be written
     */
    void put(String label, LedgerIdentity identity);

    /** Forgets an identity; false if there was none. */
    boolean remove(String label);

    /** All labels, sorted. */
    List<String> labels();
}
