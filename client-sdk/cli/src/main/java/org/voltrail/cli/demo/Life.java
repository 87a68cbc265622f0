package org.voltrail.cli.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.Stage;

/** A battery of the demonstration: what is planned for it, and what the ledger has said of it. Safe for use by several threads. */
final class Life {

    private final int number;
    private final Fate fate;
    private final BatteryRegistration registration;
    private final LocalDate inServiceOn;
    private final String vehicle;
    private final String handInCode;
    private volatile @Nullable Grade grade;
    private volatile Stage expected = Stage.REGISTERED;
    private volatile @Nullable String successor;

    Life(int number, Fate fate, BatteryRegistration registration, LocalDate inServiceOn, String vehicle, String handInCode) {
        this.number = number;
        this.fate = fate;
        this.registration = registration;
        this.inServiceOn = inServiceOn;
        this.vehicle = vehicle;
        this.handInCode = handInCode;
    }

    int number() {
        return number;
    }

    Fate fate() {
        return fate;
    }

    BatteryRegistration registration() {
        return registration;
    }

    String id() {
        return registration.id();
    }

    LocalDate inServiceOn() {
        return inServiceOn;
    }

    String vehicle() {
        return vehicle;
    }

    String handInCode() {
        return handInCode;
    }

    /** What the ledger made of its last test. */
    @Nullable Grade grade() {
        return grade;
    }

    void graded(Grade value) {
        grade = value;
    }

    /** The stage that it must be in now. */
    Stage expected() {
        return expected;
    }

    void expect(Stage stage) {
        expected = stage;
    }

    /** The battery that took its place. */
    @Nullable String successor() {
        return successor;
    }

    void succeededBy(String id) {
        successor = id;
        expected = Stage.CEASED;
    }
}
