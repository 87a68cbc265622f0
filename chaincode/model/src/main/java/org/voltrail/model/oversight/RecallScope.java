package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Battery;

/**
 * Which batteries a recall is about: a manufacturer's model, one batch of it, or single batteries.
 *
 * @param manufacturer MSP id of the manufacturer; with a model
 * @param model model identifier
 * @param batch batch of that model; null for all batches
 * @param batteries ids of single batteries, at most 1,000; without a model. More follow with {@code extendRecall}.
 */
public record RecallScope(
        @Nullable String manufacturer, @Nullable String model, @Nullable String batch, List<String> batteries)
        implements Validated {
    /** Copies the list. */
    public RecallScope {
        batteries = Copies.list(batteries);
    }

    /** All batteries of a model. */
    public static RecallScope ofModel(String manufacturer, String model) {
        return new RecallScope(manufacturer, model, null, List.of());
    }

    /** A batch of a model. */
    public static RecallScope ofBatch(String manufacturer, String model, String batch) {
        return new RecallScope(manufacturer, model, batch, List.of());
    }

    /** Single batteries. */
    public static RecallScope ofBatteries(List<String> ids) {
        return new RecallScope(null, null, null, ids);
    }

    @Override
    public void validate(Check check) {
        boolean byModel = model != null;
        check.holds("model", byModel == batteries.isEmpty(), "Name either a model or batteries.");
        check.holds("manufacturer", byModel == (manufacturer != null), "A model needs its manufacturer; single batteries do not.");
        check.holds("batch", byModel || batch == null, "A batch needs its model.");
        check.optionalText("model", model, 64);
        check.optionalText("batch", batch, 64);
        check.atMost("batteries", batteries, OversightCommand.BATTERIES_MAX);
    }

    /** Whether a recall of a model or batch reaches the battery. Single batteries carry the recall in their own document. */
    public boolean reaches(Battery battery) {
        return model != null
                && model.equals(battery.specification().model())
                && battery.parties().manufacturer().equals(manufacturer)
                && (batch == null || batch.equals(battery.specification().batch()));
    }
}
