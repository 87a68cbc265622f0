package org.voltrail.model.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.battery.Battery;

/**
 * The open recalls of one manufacturer's model, stored under {@code recall-model~manufacturer~model}. One read tells whether a
 * battery of that model is recalled.
 *
 * @param recalls open recalls
 */
public record ModelRecalls(List<Entry> recalls) {
    /** Copies the list. */
    public ModelRecalls {
        recalls = Copies.list(recalls);
    }

    /**
     * An open recall of the model.
     *
     * @param recallId id of the recall
     * @param batch batch, or null for all of the model
     */
    public record Entry(String recallId, @Nullable String batch) {
        boolean reaches(@Nullable String other) {
            return batch == null || batch.equals(other);
        }
    }

    /** Id of the first open recall that reaches a battery of this model. */
    public Optional<String> reaching(Battery battery) {
        String batch = battery.specification().batch();
        return recalls.stream().filter(entry -> entry.reaches(batch)).map(Entry::recallId).findFirst();
    }

    /** The same with one more recall. */
    public ModelRecalls plus(Entry entry) {
        List<Entry> more = new ArrayList<>(recalls);
        more.add(entry);
        return new ModelRecalls(more);
    }

    /** The same without a recall. */
    public ModelRecalls minus(String recallId) {
        return new ModelRecalls(recalls.stream().filter(entry -> !entry.recallId().equals(recallId)).toList());
    }
}
