package org.voltrail.network.lifecycle;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.lifecycle.GetInstalledChaincodePackageArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.GetInstalledChaincodePackageResult;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodeArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodeResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodesResult;

/** The lifecycle's functions that concern one peer's installed packages. */
final class Installation {
    private final ChaincodeCatalogue catalogue;

    Installation(ChaincodeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    InstallChaincodeResult install(InstallChaincodeArgs args) throws LifecycleException {
        ChaincodePackage installed = catalogue.install(args.getChaincodeInstallPackage().toByteArray());
        return InstallChaincodeResult.newBuilder().setLabel(installed.label()).setPackageId(installed.packageId()).build();
    }

    QueryInstalledChaincodeResult query(QueryInstalledChaincodeArgs args) throws LifecycleException {
        ChaincodePackage installed = find(args.getPackageId());
        QueryInstalledChaincodeResult.Builder result =
                QueryInstalledChaincodeResult.newBuilder().setLabel(installed.label()).setPackageId(installed.packageId());
        byChannel(installed.packageId()).forEach((channel, chaincodes) -> {
            QueryInstalledChaincodeResult.References.Builder references = QueryInstalledChaincodeResult.References.newBuilder();
            chaincodes.forEach((name, version) -> references.addChaincodes(
                    QueryInstalledChaincodeResult.Chaincode.newBuilder().setName(name).setVersion(version)));
            result.putReferences(channel, references.build());
        });
        return result.build();
    }

    QueryInstalledChaincodesResult queryAll() {
        QueryInstalledChaincodesResult.Builder result = QueryInstalledChaincodesResult.newBuilder();
        catalogue.installed().forEach(installed -> result.addInstalledChaincodes(describe(installed)));
        return result.build();
    }

    private QueryInstalledChaincodesResult.InstalledChaincode describe(ChaincodePackage installed) {
        QueryInstalledChaincodesResult.InstalledChaincode.Builder description =
                QueryInstalledChaincodesResult.InstalledChaincode.newBuilder()
                        .setLabel(installed.label())
                        .setPackageId(installed.packageId());
        byChannel(installed.packageId()).forEach((channel, chaincodes) -> {
            QueryInstalledChaincodesResult.References.Builder references = QueryInstalledChaincodesResult.References.newBuilder();
            chaincodes.forEach((name, version) -> references.addChaincodes(
                    QueryInstalledChaincodesResult.Chaincode.newBuilder().setName(name).setVersion(version)));
            description.putReferences(channel, references.build());
        });
        return description.build();
    }

    GetInstalledChaincodePackageResult getPackage(GetInstalledChaincodePackageArgs args) throws LifecycleException {
        ChaincodePackage installed = catalogue
                .installed(args.getPackageId())
                .orElseThrow(() -> new LifecycleException(
                        "could not load cc install package: chaincode install package '%s' not found".formatted(args.getPackageId())));
        return GetInstalledChaincodePackageResult.newBuilder()
                .setChaincodeInstallPackage(ByteString.copyFrom(installed.bytes()))
                .build();
    }

    private ChaincodePackage find(String packageId) throws LifecycleException {
        return catalogue
                .installed(packageId)
                .orElseThrow(() -> LifecycleException.notFound("chaincode install package '%s' not found".formatted(packageId)));
    }

    private Map<String, Map<String, String>> byChannel(String packageId) {
        Map<String, Map<String, String>> channels = new TreeMap<>();
        catalogue.uses(packageId).forEach(use ->
                channels.computeIfAbsent(use.channelId(), channel -> new TreeMap<>()).put(use.chaincode(), use.version()));
        return channels;
    }
}
