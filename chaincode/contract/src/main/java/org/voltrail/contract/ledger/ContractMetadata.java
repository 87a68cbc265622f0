package org.voltrail.contract.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code org.hyperledger.fabric:GetMetadata} answers, in the form that Fabric's contract API gives it: contracts, their
 * transactions with parameters, and whether to submit or evaluate them.
 */
record ContractMetadata(Map<String, Contract> contracts, Info info) {
    record Info(String title, String version) {}

    record Contract(String name, List<Function> transactions) {}

    record Function(String name, List<String> tag, List<Parameter> parameters, Schema returns) {}

    record Parameter(String name, String description, Schema schema) {}

    record Schema(String type) {}

    private static final Schema TEXT = new Schema("string");

    static ContractMetadata of(List<? extends LedgerContract> contracts) {
        Map<String, Contract> described = new TreeMap<>();
        contracts.forEach(contract -> described.put(contract.name(), describe(contract)));
        return new ContractMetadata(described, new Info("voltrail", "1"));
    }

    private static Contract describe(LedgerContract contract) {
        return new Contract(
                contract.name(),
                contract.functions().entrySet().stream().map(entry -> function(entry.getKey(), entry.getValue())).toList());
    }

    private static Function function(String name, Invocation invocation) {
        String description = (invocation.submits() ? "Envelope with a " : "") + invocation.request().getCanonicalName() + " as JSON";
        return new Function(
                name,
                List.of(invocation.submits() ? "submit" : "evaluate"),
                List.of(new Parameter("request", description, TEXT)),
                TEXT);
    }
}
