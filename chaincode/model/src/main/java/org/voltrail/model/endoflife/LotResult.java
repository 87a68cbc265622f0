package org.voltrail.model.endoflife;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Material;

/**
 * What the recycling of a lot achieved, computed by the ledger when the lot is closed. Missing a target does not keep a lot open:
 * it is a fact for the authority.
 *
 * @param processedOn day on which processing was complete, {@code yyyy-MM-dd}; decides which targets apply
 * @param lossMg stated loss in mg
 * @param imbalanceMg input less outputs less loss in mg, within the tolerance
 * @param efficiencyPermille recycled over input mass in per mille, rounded down (Annex XII B)
 * @param targetPermille least efficiency demanded on the day of processing; null if none was
 * @param met whether it was met; null if none was demanded
 * @param recoveries recovery of the materials of Annex XII C, and of others that came out
 */
public record LotResult(
        String processedOn,
        long lossMg,
        long imbalanceMg,
        int efficiencyPermille,
        @Nullable Integer targetPermille,
        @Nullable Boolean met,
        List<Recovery> recoveries) {
    /** Copies the list. */
    public LotResult {
        recoveries = Copies.list(recoveries);
    }

    /**
     * Computes the result.
     *
     * @throws org.voltrail.model.LedgerException {@code MASS_BALANCE} if outputs and loss do not add up to the input
     */
    public static LotResult of(MassAccount masses, Family family, LocalDate processedOn, long lossMg) {
        RecyclingTargets targets = RecyclingTargets.defaults();
        long imbalance = masses.imbalance(lossMg);
        int efficiency = permille(masses.recycledMg(), masses.inputMg());
        Integer target = targets.efficiencyPermille(family, processedOn);
        List<Recovery> recoveries = masses.materials().entrySet().stream()
                .filter(entry -> reported(entry, targets.recoveryPermille(entry.getKey(), processedOn)))
                .map(entry -> recovery(entry.getKey(), entry.getValue(), targets.recoveryPermille(entry.getKey(), processedOn)))
                .toList();
        return new LotResult(
                processedOn.toString(), lossMg, imbalance, efficiency, target, target == null ? null : efficiency >= target, recoveries);
    }

    private static boolean reported(Map.Entry<Material, MaterialAccount> entry, @Nullable Integer target) {
        MaterialAccount account = entry.getValue();
        return account.recycledMg() > 0 || target != null && account.declaredMg() > 0;
    }

    private static Recovery recovery(Material material, MaterialAccount account, @Nullable Integer target) {
        boolean known = account.known() && account.declaredMg() > 0 && !MassAccount.mixture(material);
        Long contained = known ? account.declaredMg() : null;
        Integer share = contained == null ? null : permille(account.recycledMg(), contained);
        Boolean met = share == null || target == null ? null : share >= target;
        return new Recovery(material, account.recycledMg(), contained, share, target, met);
    }

    private static int permille(long part, long whole) {
        return whole == 0 ? 0 : Math.toIntExact(part * 1_000 / whole);
    }
}
