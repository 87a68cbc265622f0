package org.voltrail.model.endoflife;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.EventData;
import org.voltrail.model.battery.Material;

/** What happens in the contract {@code endoflife}. */
public sealed interface EndOfLifeFact extends EventData {
    /**
     * A battery was taken back from its user.
     *
     * @param from MSP id of the former holder
     * @param to MSP id of the collector
     * @param collectedOn when
     * @param place collection point
     */
    record Collected(String from, String to, String collectedOn, String place) implements EndOfLifeFact {
        @Override
        public String type() {
            return "battery.collected.v1";
        }
    }

    /**
     * Something was taken out of a waste battery.
     *
     * @param dismantledOn when
     * @param place facility
     * @param removedMg mass taken out in mg, by material
     */
    record Dismantled(String dismantledOn, String place, Map<Material, Long> removedMg) implements EndOfLifeFact {
        /** Copies the map. */
        public Dismantled {
            removedMg = Copies.sortedMap(removedMg);
        }

        @Override
        public String type() {
            return "battery.dismantled.v1";
        }
    }

    /**
     * A lot was opened.
     *
     * @param lot the lot
     */
    record LotOpened(Lot lot) implements EndOfLifeFact {
        @Override
        public String type() {
            return "lot.opened.v1";
        }
    }

    /**
     * Batteries went into a lot; each has an {@link EnteredLot} in its history.
     *
     * @param lot the lot afterwards
     * @param intake the batteries with their masses
     */
    record LotFilled(Lot lot, LotIntake intake) implements EndOfLifeFact {
        @Override
        public String type() {
            return "lot.filled.v1";
        }
    }

    /**
     * A battery went into a lot.
     *
     * @param lotId the lot
     * @param massMg mass that it brought in, in mg; 0 for a part inside a whole
     */
    record EnteredLot(String lotId, long massMg) implements EndOfLifeFact {
        @Override
        public String type() {
            return "battery.entered-lot.v1";
        }
    }

    /**
     * Material came out of a lot.
     *
     * @param lot the lot afterwards
     * @param outputs fractions
     * @param document weighing ticket or similar
     */
    record OutputRecorded(Lot lot, List<LotOutput> outputs, @Nullable String document) implements EndOfLifeFact {
        /** Copies the list. */
        public OutputRecorded {
            outputs = Copies.list(outputs);
        }

        @Override
        public String type() {
            return "lot.output-recorded.v1";
        }
    }

    /**
     * A lot was closed; the batteries that the event names were recycled.
     *
     * @param lot the lot afterwards
     * @param credits credits for its recycled material
     */
    record LotClosed(Lot lot, List<Credit> credits) implements EndOfLifeFact {
        /** Copies the list. */
        public LotClosed {
            credits = Copies.list(credits);
        }

        @Override
        public String type() {
            return "lot.closed.v1";
        }
    }

    /**
     * The recycling was recorded for more batteries of a closed lot.
     *
     * @param lot the lot afterwards
     */
    record LotSettled(Lot lot) implements EndOfLifeFact {
        @Override
        public String type() {
            return "lot.settled.v1";
        }
    }

    /**
     * A battery was recycled; the last event of its history.
     *
     * @param lotId the lot
     * @param processedOn day on which processing was complete
     * @param efficiencyPermille recycling efficiency of the lot
     */
    record Recycled(String lotId, String processedOn, int efficiencyPermille) implements EndOfLifeFact {
        @Override
        public String type() {
            return "battery.recycled.v1";
        }
    }

    /**
     * Recovered material changed its owner.
     *
     * @param transfer both credits afterwards
     */
    record CreditTransferred(CreditTransfer transfer) implements EndOfLifeFact {
        @Override
        public String type() {
            return "credit.transferred.v1";
        }
    }

    /**
     * Recovered material was claimed as recycled content.
     *
     * @param uses what was claimed for which battery
     * @param credits the credits afterwards
     */
    record ContentClaimed(List<CreditUse> uses, List<Credit> credits) implements EndOfLifeFact {
        /** Copies the lists. */
        public ContentClaimed {
            uses = Copies.list(uses);
            credits = Copies.list(credits);
        }

        @Override
        public String type() {
            return "credit.claimed.v1";
        }
    }

    /**
     * Recycled content of one battery, in its history.
     *
     * @param contents what was claimed, from which credits
     */
    record RecycledContentClaimed(List<Content> contents) implements EndOfLifeFact {
        /** Copies the list. */
        public RecycledContentClaimed {
            contents = Copies.list(contents);
        }

        @Override
        public String type() {
            return "battery.recycled-content-claimed.v1";
        }

        /**
         * A recycled material in a battery.
         *
         * @param creditId credit that was spent
         * @param lotId lot that it came from
         * @param material material
         * @param massMg mass in mg
         */
        public record Content(String creditId, String lotId, Material material, long massMg) {}
    }

    /**
     * A battery, or each of the batteries that the transaction names, was disposed of; the last event of its history.
     *
     * @param disposal how and why
     */
    record Disposed(Disposal disposal) implements EndOfLifeFact {
        @Override
        public String type() {
            return "battery.disposed.v1";
        }
    }
}
