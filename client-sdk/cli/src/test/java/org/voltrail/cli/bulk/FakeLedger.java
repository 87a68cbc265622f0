package org.voltrail.cli.bulk;

import io.grpc.Status;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;

/** Takes batches as the ledger does: all or none, a repeated command id answered without effect, an id that exists refused. */
final class FakeLedger implements BatchTarget<Item> {

    private final Map<String, String> commands = new HashMap<>();
    private final Map<String, Item> registered = new LinkedHashMap<>();
    private int breakAfter = Integer.MAX_VALUE;
    private boolean lostAnswer;

    /** The connection breaks at a send from now on; {@code lostAnswer} means that the ledger still takes the batch. */
    synchronized void breakAfter(int sends, boolean answerLost) {
        breakAfter = sends;
        lostAnswer = answerLost;
    }

    synchronized List<String> registered() {
        return List.copyOf(registered.keySet());
    }

    synchronized int transactions() {
        return commands.size();
    }

    @Override
    public synchronized CompletionStage<String> send(String commandId, List<Item> entries) {
        boolean broken = breakAfter-- <= 0;
        if (broken && !lostAnswer) {
            return CompletableFuture.failedStage(new IllegalStateException("connection lost"));
        }
        CompletionStage<String> answer = take(commandId, entries);
        return broken ? CompletableFuture.failedStage(new IllegalStateException("answer lost")) : answer;
    }

    private CompletionStage<String> take(String commandId, List<Item> entries) {
        String known = commands.get(commandId);
        if (known != null) {
            return CompletableFuture.completedStage(known);
        }
        for (int i = 0; i < entries.size(); i++) {
            boolean twice = entries.subList(0, i).stream().map(Item::id).anyMatch(entries.get(i).id()::equals);
            if (twice || registered.containsKey(entries.get(i).id())) {
                ErrorCode code = twice ? ErrorCode.DUPLICATE_IN_BATCH : ErrorCode.BATTERY_EXISTS;
                LedgerError error = LedgerError.of(code, "There is one.").at("command.items[" + i + "].id");
                return CompletableFuture.failedStage(new LedgerRefusedException("tx", Status.Code.ABORTED, error));
            }
        }
        entries.forEach(entry -> registered.put(entry.id(), entry));
        commands.put(commandId, "tx-" + commands.size());
        return CompletableFuture.completedStage(commands.get(commandId));
    }

    @Override
    public synchronized CompletionStage<Map<Integer, Verdict>> judge(List<Item> entries, LedgerError error) {
        Map<Integer, Verdict> verdicts = new HashMap<>(FaultyEntries.named(error));
        if (error.code() == ErrorCode.BATTERY_EXISTS) {
            verdicts.replaceAll((i, verdict) ->
                    entries.get(i).equals(registered.get(entries.get(i).id())) ? new Verdict.Present() : verdict);
        }
        return CompletableFuture.completedStage(verdicts);
    }
}
