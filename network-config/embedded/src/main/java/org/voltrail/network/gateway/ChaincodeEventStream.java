package org.voltrail.network.gateway;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.voltrail.network.deliver.BlockFeed;
import org.voltrail.network.deliver.BlockReader;
import org.voltrail.network.deliver.CommittedBlock;
import org.voltrail.network.ledger.ChannelLedger;

/** The events of one chaincode for one client, block by block, as fast as the client takes them. */
final class ChaincodeEventStream implements BlockReader.BlockConsumer {
    private final ChaincodeEventsRequest request;
    private final ServerCallStreamObserver<ChaincodeEventsResponse> client;
    private boolean passed;

    private ChaincodeEventStream(ChaincodeEventsRequest request, ServerCallStreamObserver<ChaincodeEventsResponse> client) {
        this.request = request;
        this.client = client;
        this.passed = request.getAfterTransactionId().isEmpty();
    }

    /** Starts to stream. */
    static void start(
            ChaincodeEventsRequest request,
            BlockFeed feed,
            Executor executor,
            ServerCallStreamObserver<ChaincodeEventsResponse> client)
            throws GatewayException {
        ChaincodeEventStream stream = new ChaincodeEventStream(request, client);
        BlockReader reader = new BlockReader(feed, firstBlock(request, feed.ledger()), executor, stream);
        client.setOnReadyHandler(reader::wake);
        client.setOnCancelHandler(reader::close);
        reader.start();
    }

    private static long firstBlock(ChaincodeEventsRequest request, ChannelLedger ledger) throws GatewayException {
        String after = request.getAfterTransactionId();
        if (!after.isEmpty()) {
            Block block = ledger.blockByTxId(after).orElse(null);
            if (block != null) {
                return block.getHeader().getNumber();
            }
        }
        return position(request.getStartPosition(), ledger);
    }

    private static long position(SeekPosition position, ChannelLedger ledger) throws GatewayException {
        return switch (position.getTypeCase()) {
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT, TYPE_NOT_SET -> ledger.height();
            case OLDEST -> throw invalid("Oldest");
            case NEWEST -> throw invalid("Newest");
        };
    }

    private static GatewayException invalid(String type) {
        return new GatewayException(Status.Code.INVALID_ARGUMENT, "invalid start position type: *orderer.SeekPosition_" + type);
    }

    @Override
    public boolean isReady() {
        return client.isReady() && !client.isCancelled();
    }

    @Override
    public boolean accept(CommittedBlock block) {
        List<ChaincodeEvent> matching = block.events().stream().filter(this::matches).toList();
        if (!matching.isEmpty()) {
            client.onNext(ChaincodeEventsResponse.newBuilder()
                    .setBlockNumber(block.number())
                    .addAllEvents(matching)
                    .build());
        }
        return true;
    }

    private boolean matches(ChaincodeEvent event) {
        if (passed) {
            return event.getChaincodeId().equals(request.getChaincodeId());
        }
        passed = event.getTxId().equals(request.getAfterTransactionId());
        return false;
    }

    @Override
    public void failed(RuntimeException failure) {
        client.onError(new GatewayException(Status.Code.ABORTED, String.valueOf(failure.getMessage())).toGrpc());
    }
}
