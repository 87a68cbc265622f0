package org.voltrail.network.ca;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a registrar may do to whom, and which attributes it may give ({@code lib/attr}). */
final class RegistrarRights {
    private static final Set<String> BOOLEANS = Set.of(
            Attribute.REVOKER, Attribute.INTERMEDIATE_CA, Attribute.GENERATE_CRL, Attribute.AFFILIATION_MANAGER);
    private static final Set<String> LISTS = Set.of(
            Attribute.REGISTRAR_ROLES, Attribute.REGISTRAR_DELEGATE_ROLES, Attribute.REGISTRAR_ATTRIBUTES);
    private static final Set<String> FIXED = Set.of(Attribute.ENROLMENT_ID, Attribute.TYPE, Attribute.AFFILIATION);

    private final RegisteredIdentity registrar;

    RegistrarRights(RegisteredIdentity registrar) {
        this.registrar = registrar;
    }

    void requireRegistrar() throws CaException {
        Optional<String> roles = registrar.attribute(Attribute.REGISTRAR_ROLES);
        if (roles.isEmpty()) {
            throw CaException.unauthorised(CaErrorCode.ATTRIBUTE_NOT_ALLOWED, "'" + registrar.id() + "' is not a registrar");
        }
        if (roles.get().isEmpty()) {
            throw CaException.unauthorised(CaErrorCode.MISSING_REGISTRAR_ATTRIBUTE, "Caller is not a registrar");
        }
    }

    void requireMayManage(RegisteredIdentity identity) throws CaException {
        requireAffiliation(identity.affiliation());
        requireType(identity.type());
    }

    /** The affiliation must be the registrar's own or below it. */
    void requireAffiliation(String affiliation) throws CaException {
        if (!covers(affiliation)) {
            throw CaException.unauthorised(CaErrorCode.CALLER_NOT_AFFILIATED,
                    "Caller does not have authority to act on affiliation '" + affiliation + "'");
        }
    }

    boolean covers(String affiliation) {
        String own = registrar.affiliation();
        return own.isEmpty() || affiliation.equals(own) || affiliation.startsWith(own + ".");
    }

    void requireType(String type) throws CaException {
        requireRegistrar();
        if (!coversType(type.isEmpty() ? "client" : type)) {
            throw CaException.unauthorised(CaErrorCode.CALLER_NOT_AFFILIATED, "Registrar does not have authority to act on type '" + type + "'");
        }
    }

    boolean coversType(String type) {
        List<String> roles = list(registrar.attribute(Attribute.REGISTRAR_ROLES).orElse(""));
        return roles.contains("*") || containsIgnoringCase(roles, type);
    }

    /** The attributes must be ones that this registrar may give to the identity (empty for a new one). */
    void requireMayGive(List<Attribute> requested, Optional<RegisteredIdentity> identity) throws CaException {
        for (Attribute attribute : requested) {
            Optional<String> refusal = refusal(attribute, requested, identity);
            if (refusal.isPresent()) {
                throw CaException.unauthorised(CaErrorCode.ATTRIBUTE_NOT_ALLOWED, "Failed to register attribute: " + refusal.get());
            }
        }
    }

    private Optional<String> refusal(Attribute attribute, List<Attribute> all, Optional<RegisteredIdentity> identity) {
        List<String> allowed = list(registrar.attribute(Attribute.REGISTRAR_ATTRIBUTES).orElse(""));
        if (allowed.isEmpty()) {
            return Optional.of("Registrar does not have any values for 'hf.Registrar.Attributes' thus can't register any attributes");
        }
        if (!isAllowed(attribute.name(), allowed)) {
            return Optional.of("Attribute is not part of caller's '" + allowed + "' attribute list");
        }
        if (FIXED.contains(attribute.name())) {
            return Optional.of("Cannot register fixed value attribute '" + attribute.name() + "'");
        }
        if (BOOLEANS.contains(attribute.name())) {
            return refusalOfBoolean(attribute);
        }
        if (LISTS.contains(attribute.name())) {
            return refusalOfList(attribute, all, identity, allowed);
        }
        return attribute.name().startsWith("hf.")
                ? Optional.of("Registering attribute '" + attribute.name() + "' using a reserved prefix 'hf.', however this not a supported reserved attribute")
                : Optional.empty();
    }

    private Optional<String> refusalOfBoolean(Attribute attribute) {
        if (!registrar.isTrue(attribute.name())) {
            return Optional.of("Caller has a value of 'false' for boolean attribute '" + attribute.name() + "', can't perform any actions on this attribute");
        }
        boolean readable = attribute.value().isEmpty() || GoBoolean.parse(attribute.value()).isPresent();
        return readable ? Optional.empty() : Optional.of("Failed to get boolean value of '" + attribute.value() + "'");
    }

    private Optional<String> refusalOfList(
            Attribute attribute, List<Attribute> all, Optional<RegisteredIdentity> identity, List<String> allowed) {
        Optional<String> own = registrar.attribute(attribute.name());
        if (own.isEmpty()) {
            return Optional.of("Attribute '" + attribute.name() + "' requires ownership but the caller does not own this attribute");
        }
        if (attribute.value().isEmpty()) {
            return Optional.empty();
        }
        if (attribute.name().equals(Attribute.REGISTRAR_ATTRIBUTES)) {
            return refusalOfDelegation(attribute, all, identity, allowed);
        }
        if (!isSubset(list(attribute.value()), list(own.get()))) {
            return Optional.of("The requested values for attribute '" + attribute.name() + "' is a superset of the caller's attribute value");
        }
        return attribute.name().equals(Attribute.REGISTRAR_DELEGATE_ROLES) ? refusalOfDelegateRoles(attribute, all, identity) : Optional.empty();
    }

    /** A registrar of others' attributes must own the reserved ones among them. */
    private static Optional<String> refusalOfDelegation(
            Attribute attribute, List<Attribute> all, Optional<RegisteredIdentity> identity, List<String> allowed) {
        for (String name : list(attribute.value())) {
            if (!isAllowed(name, allowed)) {
                return Optional.of("Attribute is not part of caller's '" + allowed + "' attribute list");
            }
            boolean owned = value(all, name).or(() -> identity.flatMap(i -> i.attribute(name))).isPresent();
            if (name.startsWith("hf.") && !owned) {
                return Optional.of("Requesting value of '" + name + "' for 'hf.Registrar.Attributes', but the identity does not possess this attribute");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refusalOfDelegateRoles(Attribute attribute, List<Attribute> all, Optional<RegisteredIdentity> identity) {
        String roles = value(all, Attribute.REGISTRAR_ROLES).filter(v -> !v.isEmpty())
                .or(() -> identity.flatMap(i -> i.attribute(Attribute.REGISTRAR_ROLES))).orElse("");
        return isSubset(list(attribute.value()), list(roles)) ? Optional.empty() : Optional.of("The delegateRoles field is a superset of roles");
    }

    private static Optional<String> value(List<Attribute> attributes, String name) {
        return attributes.stream().filter(a -> a.name().equals(name)).map(Attribute::value).findFirst();
    }

    private static boolean isSubset(List<String> small, List<String> big) {
        return big.contains("*") || small.stream().allMatch(value -> containsIgnoringCase(big, value));
    }

    private static boolean isAllowed(String name, List<String> allowed) {
        return allowed.stream().anyMatch(pattern -> pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : name.equals(pattern));
    }

    private static boolean containsIgnoringCase(List<String> values, String wanted) {
        return values.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
    }

    private static List<String> list(String commaSeparated) {
        return Stream.of(commaSeparated.split(",")).map(String::strip).filter(value -> !value.isEmpty()).toList();
    }
}
