package org.voltrail.contract.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.PassportId;
import org.voltrail.model.json.WireNames;

/** Composite keys of the world state. Each method names the object type and the order of the attributes. */
public final class Keys {
    private static final int SEQ_DIGITS = 12;
    private static final char SEPARATOR = 0;

    private Keys() {}

    /** {@code battery~key}, where the key is that of {@link PassportId}: hosts do not distinguish batteries. */
    public static String battery(String id) {
        return of("battery", PassportId.parse(id).key());
    }

    /** {@code identity~scheme~value}. */
    public static String identity(Identity identity) {
        return of("identity", WireNames.of(identity.scheme()), identity.value());
    }

    /** {@code battery~key} of a battery of the ledger, whose id has its normal form. */
    public static String battery(Battery battery) {
        return of("battery", PassportId.keyOf(battery.id()));
    }

    /** {@code event~batteryKey~seq} of a battery of the ledger. */
    public static String event(Battery battery, long seq) {
        return of("event", PassportId.keyOf(battery.id()), sequence(seq));
    }

    /** {@code event~batteryKey~seq}, the number in twelve digits. */
    public static String event(String batteryId, long seq) {
        return of("event", PassportId.parse(batteryId).key(), sequence(seq));
    }

    /** {@code command~msp~commandId}. */
    public static String command(String msp, String commandId) {
        return of("command", msp, commandId);
    }

    /** {@code participant~msp}. */
    public static String participant(String msp) {
        return of("participant", msp);
    }

    /** {@code recall-model~manufacturer~model}. */
    public static String recallModel(String manufacturerMsp, String model) {
        return of("recall-model", manufacturerMsp, model);
    }

    /** {@code accreditation~msp~scope}. */
    public static String accreditation(String msp, String scope) {
        return of("accreditation", msp, scope);
    }

    /** {@code offer~offerId}. */
    public static String offer(String offerId) {
        return of("offer", offerId);
    }

    /** {@code offer-to~msp~offerId}. */
    public static String offerTo(String msp, String offerId) {
        return of("offer-to", msp, offerId);
    }

    /** {@code offer-from~msp~offerId}. */
    public static String offerFrom(String msp, String offerId) {
        return of("offer-from", msp, offerId);
    }

    /** {@code anchor~subject~device~windowStart}. */
    public static String anchor(String subject, String device, String windowStart) {
        return of("anchor", subject, device, windowStart);
    }

    /** A key of something that belongs to a battery: {@code objectType~batteryKey~attributes…}. */
    public static String ofBattery(String objectType, String batteryId, String... attributes) {
        return of(objectType, Stream.concat(Stream.of(PassportId.parse(batteryId).key()), Stream.of(attributes)).toArray(String[]::new));
    }

    /**
     * Any composite key.
     *
     * @throws IllegalArgumentException if a part holds U+0000 or U+10FFFF
     */
    public static String of(String objectType, String... attributes) {
        StringBuilder key = new StringBuilder(64).append(SEPARATOR);
        append(key, objectType);
        for (String attribute : attributes) {
            append(key, attribute);
        }
        return key.toString();
    }

    private static void append(StringBuilder key, String part) {
        if (part.indexOf(SEPARATOR) >= 0 || part.indexOf(Character.MAX_CODE_POINT) >= 0) {
            throw new IllegalArgumentException("A part of a composite key holds U+0000 or U+10FFFF");
        }
        key.append(part).append(SEPARATOR);
    }

    /** The attributes of a composite key, without its object type. */
    public static List<String> attributes(String key) {
        return CompositeKey.parseCompositeKey(key).getAttributes();
    }

    /** A number of an event as it stands in a key. */
    public static String sequence(long seq) {
        String digits = Long.toString(seq);
        return "0".repeat(SEQ_DIGITS - digits.length()) + digits;
    }
}
