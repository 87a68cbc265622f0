package org.voltrail.cli.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.json.CanonicalJson;

/** Reads a registration from a JSON file. */
final class SpecificationFile {

    private SpecificationFile() {}

    static BatteryRegistration read(Path file) {
        try {
            return CanonicalJson.read(Files.readAllBytes(file), BatteryRegistration.class);
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, file + " cannot be read: " + e, "It should hold a registration as JSON.", e);
        }
    }
}
