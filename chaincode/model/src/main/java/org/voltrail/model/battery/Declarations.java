package org.voltrail.model.battery;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Validated;

/**
 * Declarations and documents of Annex XIII point 1 of Regulation (EU) 2023/1542. All optional; carbon footprint and sourcing
 * report are not yet required before their delegated acts apply.
 *
 * @param carbonFootprintGramsPerKwh grams of CO2 equivalent per kWh of total energy over the service life (Art. 7)
 * @param carbonFootprintClass performance class A to E (Art. 7(2))
 * @param renewableSharePermille renewable content in per mille
 * @param recycledContentPermille declared recycled share of each material in per mille (Art. 8)
 * @param hazardousSubstances names of hazardous substances other than mercury, cadmium, lead; at most 32
 * @param criticalRawMaterials names of critical raw materials; at most 32
 * @param extinguishingAgent usable extinguishing agent (Annex VI part A)
 * @param documents SHA-256 of each document by its URI: declaration of conformity, sourcing report, waste prevention; at most 16
 */
public record Declarations(
        @Nullable Long carbonFootprintGramsPerKwh,
        @Nullable String carbonFootprintClass,
        @Nullable Integer renewableSharePermille,
        Map<Material, Integer> recycledContentPermille,
        List<String> hazardousSubstances,
        List<String> criticalRawMaterials,
        @Nullable String extinguishingAgent,
        Map<String, String> documents)
        implements Validated {
    private static final Pattern CLASS = Pattern.compile("[A-G]");

    /** Copies lists and maps. */
    public Declarations {
        recycledContentPermille = Copies.sortedMap(recycledContentPermille);
        hazardousSubstances = Copies.list(hazardousSubstances);
        criticalRawMaterials = Copies.list(criticalRawMaterials);
        documents = Copies.sortedMap(documents);
    }

    @Override
    public void validate(Check check) {
        check.optionalRange("carbonFootprintGramsPerKwh", carbonFootprintGramsPerKwh, 0, 10_000_000);
        if (carbonFootprintClass != null) {
            check.matches("carbonFootprintClass", carbonFootprintClass, CLASS, "A to G");
        }
        check.optionalRange("renewableSharePermille", renewableSharePermille, 0, 1_000);
        recycledContentPermille.forEach((material, share) -> check.at("recycledContentPermille").range(material.name(), share, 0, 1_000));
        check.optionalText("extinguishingAgent", extinguishingAgent, 128);
        validateLists(check);
    }

    private void validateLists(Check check) {
        check.atMost("hazardousSubstances", hazardousSubstances, 32);
        hazardousSubstances.forEach(name -> check.text("hazardousSubstances", name, 128));
        check.atMost("criticalRawMaterials", criticalRawMaterials, 32);
        criticalRawMaterials.forEach(name -> check.text("criticalRawMaterials", name, 128));
        check.atMost("documents", documents.keySet(), 16);
        documents.forEach((uri, hash) -> {
            check.text("documents", uri, 256);
            check.sha256("documents", hash);
        });
    }
}
