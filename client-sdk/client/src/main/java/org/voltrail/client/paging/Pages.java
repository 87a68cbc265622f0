package org.voltrail.client.paging;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.Participant;
import org.voltrail.model.Query;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryPage;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.HistoryPage;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferPage;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.CreditPage;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.LotIntake;
import org.voltrail.model.endoflife.LotIntakePage;
import org.voltrail.model.health.HealthQuery;
import org.voltrail.model.health.HealthTest;
import org.voltrail.model.health.HealthTestPage;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.oversight.ParticipantPage;

/**
 * Streams over paged queries. A page is asked for when its first entry is needed, by the thread that consumes the stream, and
 * forgotten when its last one was taken, so that a history of any length takes the memory of one page. A terminal operation may throw
 * as {@link VoltrailClient#evaluate(Query)} does.
 *
 * <pre>{@code
 * Pages.history(client, battery, true).limit(10).forEach(event -> System.out.println(event.time() + " " + event.type()));
 * }</pre>
 */
public final class Pages {
    private static final int SIZE = 200;

    private Pages() {}

    /**
     * The entries of a paged query.
     *
     * @param client whom to ask
     * @param query the query for a page, given the bookmark of the page before, or null for the first
     * @param entries a page's entries
     * @param bookmark a page's bookmark for the next one; null on the last
     */
    public static <P, T> Stream<T> stream(
            VoltrailClient client,
            Function<@Nullable String, Query<P>> query,
            Function<P, List<T>> entries,
            Function<P, @Nullable String> bookmark) {
        Iterator<T> iterator = new PageIterator<>(mark -> client.evaluate(query.apply(mark)), entries, bookmark);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** A battery's history. */
    public static Stream<BatteryEvent> history(VoltrailClient client, String battery, boolean newestFirst) {
        return stream(
                client,
                mark -> new BatteryQuery.History(battery, SIZE, newestFirst, mark),
                HistoryPage::events,
                HistoryPage::bookmark);
    }

    /** All batteries on the ledger. */
    public static Stream<Battery> batteries(VoltrailClient client) {
        return stream(client, mark -> new BatteryQuery.List(SIZE, mark), BatteryPage::batteries, BatteryPage::bookmark);
    }

    /** Open and disputed offers to the client's organisation. */
    public static Stream<Offer> inbox(VoltrailClient client) {
        return stream(client, mark -> new CustodyQuery.Inbox(SIZE, mark), OfferPage::offers, OfferPage::bookmark);
    }

    /** Open and disputed offers by the client's organisation. */
    public static Stream<Offer> outbox(VoltrailClient client) {
        return stream(client, mark -> new CustodyQuery.Outbox(SIZE, mark), OfferPage::offers, OfferPage::bookmark);
    }

    /** A battery's health tests, in the order of measurement. */
    public static Stream<HealthTest> healthTests(VoltrailClient client, String battery) {
        return stream(client, mark -> new HealthQuery.Tests(battery, SIZE, mark), HealthTestPage::tests, HealthTestPage::bookmark);
    }

    /** The batteries that went into a recycling lot. */
    public static Stream<LotIntake> lotBatteries(VoltrailClient client, String lotId) {
        return stream(
                client, mark -> new EndOfLifeQuery.LotBatteries(lotId, SIZE, mark), LotIntakePage::intakes, LotIntakePage::bookmark);
    }

    /**
     * Credits for recovered materials.
     *
     * @param owner MSP id
     */
    public static Stream<Credit> credits(VoltrailClient client, String owner) {
        return stream(client, mark -> new EndOfLifeQuery.Credits(owner, SIZE, mark), CreditPage::credits, CreditPage::bookmark);
    }

    /** The participant register. */
    public static Stream<Participant> participants(VoltrailClient client) {
        return stream(
                client, mark -> new OversightQuery.Participants(SIZE, mark), ParticipantPage::participants, ParticipantPage::bookmark);
    }
}
