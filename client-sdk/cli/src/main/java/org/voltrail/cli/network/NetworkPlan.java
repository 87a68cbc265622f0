package org.voltrail.cli.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Validated;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.oversight.AccreditationGrant;
import org.voltrail.model.oversight.ParticipantEntry;

/**
 * Who takes part in a network from the start: what the authority writes into its registers, and the users of each organisation.
 *
 * @param authority MSP id of the authority
 * @param participants entries of the participant register, the authority among them
 * @param accreditations entries of the accreditation register
 * @param users users of the organisations, at least one with the role regulator at the authority
 */
public record NetworkPlan(
        String authority, List<ParticipantEntry> participants, List<AccreditationGrant> accreditations, List<User> users)
        implements Validated {

    private static final String STANDARD = "standard-network.json";

    /** Copies the lists. */
    public NetworkPlan {
        participants = Copies.list(participants);
        accreditations = Copies.list(accreditations);
        users = Copies.list(users);
    }

    /**
     * A user of an organisation.
     *
     * @param label in the wallet; also the enrolment name
     * @param msp MSP id of the organisation
     * @param roles value of the certificate's attribute {@code voltrail.role}: roles separated by commas
     */
    public record User(String label, String msp, String roles) implements Validated {
        @Override
        public void validate(Check check) {
            check.id("label", label);
            check.msp("msp", msp);
            check.text("roles", roles, 256);
        }
    }

    /** {@return the four organisations of the embedded network} */
    public static NetworkPlan standard() {
        try (InputStream in = NetworkPlan.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException(STANDARD + " is missing from the class path.");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a plan.
     *
     * @param file JSON
     * @return the plan
     * @throws CliException if the file cannot be read
     * @throws org.voltrail.model.LedgerException if it is not a plan
     */
    public static NetworkPlan read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, file + " cannot be read: " + e, "It should hold a plan as JSON.", e);
        }
    }

    private static NetworkPlan read(byte[] json) {
        NetworkPlan plan = CanonicalJson.read(json, NetworkPlan.class);
        plan.validate(Check.root());
        return plan;
    }

    @Override
    public void validate(Check check) {
        check.msp("authority", authority);
        check.each("participants", participants);
        check.each("accreditations", accreditations);
        check.each("users", users);
        check.holds("users", users.stream().anyMatch(user -> user.msp().equals(authority)), "The authority has no user.");
    }

    /** {@return the user who acts for the authority} */
    public User regulator() {
        return users.stream().filter(user -> user.msp().equals(authority)).findFirst().orElseThrow();
    }
}
