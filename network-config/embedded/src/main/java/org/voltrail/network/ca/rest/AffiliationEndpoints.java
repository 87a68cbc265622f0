package org.voltrail.network.ca.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ca.CaErrorCode;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.Caller;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.rest.CaEndpoint.CaAnswer;

/** {@code affiliations} and {@code affiliations/{affiliation}}, to be read only: they are settled in the authority's settings. */
final class AffiliationEndpoints {
    private final OrganisationCa ca;

    AffiliationEndpoints(OrganisationCa ca) {
        this.ca = ca;
    }

    CaAnswer all(CaRequest request) throws CaException {
        request.caller(ca);
        List<Affiliation> roots = children("");
        if (roots.isEmpty()) {
            throw CaException.of(404, CaErrorCode.GETTING_AFFILIATION, "No affiliations are configured on the CA");
        }
        return CaAnswer.ok(roots.size() == 1 ? roots.get(0).withCaName(ca.name()) : new Affiliation("", roots, ca.name()));
    }

    CaAnswer one(CaRequest request) throws CaException {
        Caller caller = request.caller(ca);
        String name = request.variable();
        ca.requireAffiliation(caller, name);
        if (!ca.affiliations().contains(name)) {
            throw CaException.of(404, CaErrorCode.NOT_FOUND, "Failed to get affiliation '" + name + "': not found");
        }
        return CaAnswer.ok(new Affiliation(name, children(name + "."), ca.name()));
    }

    private List<Affiliation> children(String prefix) {
        return ca.affiliations().stream()
                .filter(name -> name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0)
                .map(name -> new Affiliation(name, children(name + "."), null)).toList();
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Affiliation(
            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("name") String name,
            @JsonProperty("affiliations") List<Affiliation> affiliations,
            @JsonProperty("caname") @Nullable String caName) {
        Affiliation withCaName(String server) {
            return new Affiliation(name, affiliations, server);
        }
    }
}
