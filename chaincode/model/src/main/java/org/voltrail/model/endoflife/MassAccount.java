package org.voltrail.model.endoflife;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Material;

/**
 * The masses of a lot, in mg. At any time what has come out is at most what has gone in: altogether, and for each material at most
 * what the batteries can contain of it by their declared composition. For a material that a battery's manufacturer did not
 * declare, that is all of the battery that no declared material accounts for. Mixtures ({@link #mixture}) are bounded by the whole
 * mass only.
 *
 * @param inputMg mass that went in
 * @param materials account of each material
 */
public record MassAccount(long inputMg, Map<Material, MaterialAccount> materials) {
    /** Greatest mass of a lot, 9,000 t: what JSON numbers hold exactly. */
    public static final long MASS_MAX_MG = 9_000_000_000_000_000L;

    /**
     * Greatest share of the input, in per mille, by which outputs and loss together may miss it when the lot is closed: the
     * uncertainty of two weighings on scales of accuracy class III (EN 45501), rounded up.
     */
    public static final long TOLERANCE_PERMILLE = 5;

    /** A lot with nothing in it. */
    public static final MassAccount EMPTY = new MassAccount(0, Map.of());

    private static final Set<Material> MIXTURES = EnumSet.of(Material.BLACK_MASS, Material.OTHER);

    /** Copies the map. */
    public MassAccount {
        materials = Copies.sortedMap(materials);
    }

    /** Whether the material has no content of its own in a battery, but mixes others. Mixtures earn no credit. */
    public static boolean mixture(Material material) {
        return MIXTURES.contains(material);
    }

    /** Account of a material. */
    public MaterialAccount of(Material material) {
        return materials.getOrDefault(material, MaterialAccount.EMPTY);
    }

    /** All that has come out. */
    public long outputMg() {
        return materials.values().stream().mapToLong(MaterialAccount::totalOutputMg).sum();
    }

    /** All that has come out and was recycled. */
    public long recycledMg() {
        return materials.values().stream().mapToLong(MaterialAccount::recycledMg).sum();
    }

    /**
     * The account after batteries have gone in.
     *
     * @throws LedgerException {@code OUT_OF_RANGE} if the lot would be greater than {@link #MASS_MAX_MG}
     */
    public MassAccount plusInputs(Collection<LotInput> inputs) {
        long total = inputMg;
        Map<Material, MaterialAccount> next = new EnumMap<>(Material.class);
        next.putAll(materials);
        for (LotInput input : inputs) {
            total += input.massMg();
            add(next, input);
        }
        Check.root().at("command").range("batteries", total, 0, MASS_MAX_MG);
        next.values().removeIf(MaterialAccount::empty);
        return new MassAccount(total, next);
    }

    private static void add(Map<Material, MaterialAccount> accounts, LotInput input) {
        for (Material material : Material.values()) {
            accounts.put(material, accounts.getOrDefault(material, MaterialAccount.EMPTY).plus(material, input));
        }
    }

    /**
     * The account after material has come out.
     *
     * @throws LedgerException {@code MASS_BALANCE} if more would have come out than went in
     */
    public MassAccount plusOutputs(List<LotOutput> outputs) {
        MassAccount next = this;
        for (int i = 0; i < outputs.size(); i++) {
            next = next.plus(outputs.get(i));
            next.demandPossible(Check.root().at("command").at("outputs", i), outputs.get(i).material());
        }
        return next;
    }

    private MassAccount plus(LotOutput output) {
        Map<Material, MaterialAccount> next = new EnumMap<>(Material.class);
        next.putAll(materials);
        next.put(output.material(), of(output.material()).plus(output));
        return new MassAccount(inputMg, next);
    }

    private void demandPossible(Check check, Material material) {
        demand(check, outputMg(), inputMg, "More would come out of the lot than went in.");
        if (!mixture(material)) {
            demand(check, of(material).totalOutputMg(), of(material).possibleMg(), "More of the material would come out than the batteries contain.");
        }
    }

    private static void demand(Check check, long outMg, long mostMg, String message) {
        if (outMg > mostMg) {
            throw check.error(ErrorCode.MASS_BALANCE, "massMg", message).comparing("at most " + mostMg + " mg in all", outMg + " mg").exception();
        }
    }

    /**
     * Input less outputs less loss, in mg; within the tolerance either way.
     *
     * @param lossMg mass that is neither input nor output any more: evaporated, burnt, dust
     * @throws LedgerException {@code MASS_BALANCE} if the difference is beyond {@link #TOLERANCE_PERMILLE}
     */
    public long imbalance(long lossMg) {
        long difference = inputMg - outputMg() - lossMg;
        long tolerance = inputMg / 1_000 * TOLERANCE_PERMILLE + inputMg % 1_000 * TOLERANCE_PERMILLE / 1_000;
        if (Math.abs(difference) > tolerance) {
            throw Check.root()
                    .at("command")
                    .error(ErrorCode.MASS_BALANCE, "lossMg", "Outputs and loss do not add up to the input.")
                    .comparing(inputMg + " mg, give or take " + tolerance + " mg", outputMg() + lossMg + " mg")
                    .advising("Record the missing outputs, or state the loss.")
                    .exception();
        }
        return difference;
    }
}
