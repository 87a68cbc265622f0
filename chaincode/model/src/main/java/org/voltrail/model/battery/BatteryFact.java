package org.voltrail.model.battery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.EventData;

/** What happens to batteries in the contract {@code battery}. */
public sealed interface BatteryFact extends EventData {
    /**
     * A battery came onto the ledger.
     *
     * @param registration names in their normal form
     */
    record Registered(BatteryRegistration registration) implements BatteryFact {
        @Override
        public String type() {
            return "battery.registered.v1";
        }
    }

    /**
     * Many batteries came onto the ledger in one transaction; each has a {@link Registered} in its history.
     *
     * @param registrations in the order of the event's batteries
     */
    record BatchRegistered(List<BatteryRegistration> registrations) implements BatteryFact {
        /** Copies the list. */
        public BatchRegistered {
            registrations = Copies.list(registrations);
        }

        @Override
        public String type() {
            return "battery.batch-registered.v1";
        }
    }

    /**
     * The manufacturer corrected its declaration.
     *
     * @param specification as corrected
     * @param reason why
     */
    record Corrected(Specification specification, String reason) implements BatteryFact {
        @Override
        public String type() {
            return "battery.corrected.v1";
        }
    }

    /** A battery got another name. */
    record Identified(Identity identity) implements BatteryFact {
        @Override
        public String type() {
            return "battery.identified.v1";
        }
    }

    /**
     * A battery was put into service.
     *
     * @param date when
     * @param handInCodeHash hash of the hand-in code
     * @param vehicle vehicle identification number
     * @param place where
     */
    record PutIntoService(String date, @Nullable String handInCodeHash, @Nullable String vehicle, @Nullable String place)
            implements BatteryFact {
        @Override
        public String type() {
            return "battery.put-into-service.v1";
        }
    }

    /**
     * Parts were built into a battery. In the history of the whole.
     *
     * @param whole id of the whole
     * @param parts ids of the parts
     */
    record Assembled(String whole, List<String> parts) implements BatteryFact {
        /** Copies the list. */
        public Assembled {
            parts = Copies.list(parts);
        }

        @Override
        public String type() {
            return "battery.assembled.v1";
        }
    }

    /** A battery was built into another. In the history of the part. */
    record BuiltIn(String whole) implements BatteryFact {
        @Override
        public String type() {
            return "battery.built-in.v1";
        }
    }

    /**
     * Parts were taken out of a battery. In the history of the whole.
     *
     * @param whole id of the whole
     * @param parts ids of the parts
     */
    record Disassembled(String whole, List<String> parts) implements BatteryFact {
        /** Copies the list. */
        public Disassembled {
            parts = Copies.list(parts);
        }

        @Override
        public String type() {
            return "battery.disassembled.v1";
        }
    }

    /**
     * A battery was taken out of another. In the history of the part.
     *
     * @param whole id of the whole
     * @param holder MSP id of the part's holder from now on
     */
    record TakenOut(String whole, String holder) implements BatteryFact {
        @Override
        public String type() {
            return "battery.taken-out.v1";
        }
    }

    /**
     * A second life began. In the history of the successor, as its first event.
     *
     * @param registration the successor
     * @param predecessors ids of those whose records ceased
     * @param status re-used, repurposed or remanufactured
     */
    record Succeeded(BatteryRegistration registration, List<String> predecessors, Status status) implements BatteryFact {
        /** Copies the list. */
        public Succeeded {
            predecessors = Copies.list(predecessors);
        }

        @Override
        public String type() {
            return "battery.succeeded.v1";
        }
    }

    /** A record ceased in favour of a successor. In the history of the predecessor, as its last event. */
    record Ceased(String successor) implements BatteryFact {
        @Override
        public String type() {
            return "battery.ceased.v1";
        }
    }

    /** A battery was declared waste. */
    record DeclaredWaste(String reason) implements BatteryFact {
        @Override
        public String type() {
            return "battery.declared-waste.v1";
        }
    }

    /**
     * An organisation bound private details to a battery.
     *
     * @param owner MSP id
     * @param hash salted hash
     */
    record DetailsAttached(String owner, String hash) implements BatteryFact {
        @Override
        public String type() {
            return "battery.details-attached.v1";
        }
    }
}
