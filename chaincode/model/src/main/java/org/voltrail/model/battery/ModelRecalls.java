package org.voltrail.model.battery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * The open recalls of a manufacturer's model, under {@code recall-model~manufacturer~model}. A recall of a model touches this one
 * document, not each battery; every handover looks here.
 *
 * @param open in the order of their opening
 */
public record ModelRecalls(List<Entry> open) {
    /** Copies the list. */
    public ModelRecalls {
        open = Copies.list(open);
    }

    /**
     * One open recall.
     *
     * @param recallId the recall
     * @param batch the production batch that it concerns, null for the whole model
     */
    public record Entry(String recallId, @Nullable String batch) {
        /** Whether it concerns a battery of this model. */
        public boolean concerns(Battery battery) {
            return batch == null || batch.equals(battery.specification().batch());
        }
    }
}
