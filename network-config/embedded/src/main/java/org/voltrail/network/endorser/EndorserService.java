package org.voltrail.network.endorser;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** The gRPC service {@code protos.Endorser} of one peer. */
public final class EndorserService extends EndorserGrpc.EndorserImplBase {
    private final Endorser endorser;

    public EndorserService(Endorser endorser) {
        this.endorser = endorser;
    }

    @Override
    public void processProposal(SignedProposal request, StreamObserver<ProposalResponse> observer) {
        try {
            endorser.process(UnpackedProposal.of(request)).thenAccept(answer -> respond(answer, observer));
        } catch (MalformedProposalException e) {
            observer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
        }
    }

    private static void respond(EndorserAnswer answer, StreamObserver<ProposalResponse> observer) {
        if (answer.kind() != EndorserAnswer.Kind.PROCESSED) {
            observer.onError(
                    Status.UNKNOWN.withDescription(answer.response().getResponse().getMessage()).asRuntimeException());
            return;
        }
        observer.onNext(answer.response());
        observer.onCompleted();
    }
}
