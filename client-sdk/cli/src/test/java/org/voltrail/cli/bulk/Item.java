package org.voltrail.cli.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.Material;

/** Something to import. */
record Item(String id, Details details, List<Identity> identities, List<String> notes) implements Validated {

    Item {
        identities = Copies.list(identities);
        notes = Copies.list(notes);
    }

    static Item of(String id) {
        return new Item(id, new Details(1, null, Map.of()), List.of(), List.of());
    }

    @Override
    public void validate(Check check) {
        check.id("id", id);
        check.required("details", details);
        check.at("details").range("weightGrams", details.weightGrams(), 1, 1000);
    }

    record Details(long weightGrams, @Nullable String model, Map<Material, Long> compositionMg) {
        Details {
            compositionMg = Copies.sortedMap(compositionMg);
        }
    }
}
