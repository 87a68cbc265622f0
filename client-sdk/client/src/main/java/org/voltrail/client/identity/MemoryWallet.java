package org.voltrail.client.identity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A wallet that is gone with the process. */
public final class MemoryWallet implements Wallet {
    private final ConcurrentNavigableMap<String, LedgerIdentity> identities = new ConcurrentSkipListMap<>();

    @Override
    public Optional<LedgerIdentity> get(String label) {
        return Optional.ofNullable(identities.get(Labels.require(label)));
    }

    @Override
    public void put(String label, LedgerIdentity identity) {
        identities.put(Labels.require(label), identity);
    }

    @Override
    public boolean remove(String label) {
        return identities.remove(Labels.require(label)) != null;
    }

    @Override
    public List<String> labels() {
        return List.copyOf(identities.keySet());
    }
}
