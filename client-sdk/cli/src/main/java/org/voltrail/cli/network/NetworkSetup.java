package org.voltrail.cli.network;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Participant;
import org.voltrail.model.oversight.Accreditation;
import org.voltrail.model.oversight.AccreditationGrant;
import org.voltrail.model.oversight.AccreditationPage;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.oversight.ParticipantEntry;

/**
 * Brings a network to what a plan says: users enrolled, the ledger constituted, organisations admitted and accredited. What is so
 * already is left alone, so that it can be repeated.
 */
public final class NetworkSetup {

    private static final int PAGE = 100;

    private final Session session;
    private final NetworkPlan plan;
    private final Consumer<String> progress;

    /**
     * A set-up.
     *
     * @param session the way to the network
     * @param plan what is wanted
     * @param progress given a sentence about each step that was taken
     */
    public NetworkSetup(Session session, NetworkPlan plan, Consumer<String> progress) {
        this.session = session;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Takes all steps that are still to be taken.
     *
     * @return the users' identities by label
     */
    public Map<String, LedgerIdentity> run() {
        Map<String, LedgerIdentity> users = enrol();
        VoltrailClient regulator = session.client(users.get(plan.regulator().label()));
        if (!constitute(regulator)) {
            plan.participants().forEach(entry -> admit(regulator, entry));
        }
        accredit(regulator);
        return users;
    }

    private Map<String, LedgerIdentity> enrol() {
        Enroller enroller = new Enroller(session, Clock.systemUTC());
        Map<String, LedgerIdentity> users = new LinkedHashMap<>();
        for (NetworkPlan.User user : plan.users()) {
            users.put(user.label(), enroller.identity(user, () -> progress.accept(
                    "Enrolled " + user.label() + " at " + user.msp() + " with the roles " + user.roles().replace(",", ", ") + ".")));
        }
        return users;
    }

    /** Whether the ledger was constituted now: then all participants are admitted, too. */
    private boolean constitute(VoltrailClient regulator) {
        if (unless(ErrorCode.UNKNOWN_PARTICIPANT, () -> regulator.evaluate(new OversightQuery.Authority())) != null) {
            return false;
        }
        regulator.submitAndWait(new OversightCommand.Constitute(plan.authority(), plan.participants()));
        progress.accept("Constituted the ledger: " + plan.authority() + " is its authority, "
                + plan.participants().size() + " organisations take part.");
        return true;
    }

    private void admit(VoltrailClient regulator, ParticipantEntry entry) {
        Participant present = unless(ErrorCode.UNKNOWN_PARTICIPANT,
                () -> regulator.evaluate(new OversightQuery.GetParticipant(entry.msp())));
        if (present == null || !present.roles().containsAll(entry.roles()) || present.suspended()) {
            regulator.submitAndWait(new OversightCommand.Admit(entry));
            progress.accept("Admitted " + entry.msp() + ".");
        }
    }

    private void accredit(VoltrailClient regulator) {
        Set<AccreditationGrant> standing = new HashSet<>();
        String bookmark = null;
        do {
            AccreditationPage page = regulator.evaluate(new OversightQuery.Accreditations(null, PAGE, bookmark));
            page.accreditations().stream().filter(entry -> entry.withdrawnAt() == null).map(Accreditation::grant).forEach(standing::add);
            bookmark = page.bookmark();
        } while (bookmark != null);
        plan.accreditations().stream().filter(grant -> !standing.contains(grant)).forEach(grant -> accredit(regulator, grant));
    }

    private void accredit(VoltrailClient regulator, AccreditationGrant grant) {
        regulator.submitAndWait(new OversightCommand.Accredit(grant));
        progress.accept("Accredited " + grant.msp() + " for " + grant.scope().name().toLowerCase(Locale.ROOT) + ".");
    }

    private static <T> @Nullable T unless(ErrorCode code, Supplier<T> question) {
        try {
            return question.get();
        } catch (LedgerRefusedException e) {
            if (e.code() == code) {
                return null;
            }
            throw e;
        }
    }
}
