package org.voltrail.network.gateway;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the minimal sets of organisations that satisfy a condition which more organisations never break. */
final class Layouts {
    private static final int MOST = 256;

    private Layouts() {}

    /**
     * The minimal sets, smallest first, at most {@value #MOST} of them.
     *
     * @param organisations the candidates
     */
    static List<Set<String>> minimal(List<String> organisations, Predicate<Set<String>> satisfied) {
        List<Set<String>> found = new ArrayList<>();
        if (!satisfied.test(Set.copyOf(organisations))) {
            return found;
        }
        for (int size = 1; size <= organisations.size() && found.size() < MOST; size++) {
            addOfSize(size, 0, new LinkedHashSet<>(), organisations, satisfied, found);
        }
        return found;
    }

    private static void addOfSize(
            int size,
            int from,
            Set<String> chosen,
            List<String> organisations,
            Predicate<Set<String>> satisfied,
            List<Set<String>> found) {
        if (chosen.size() == size) {
            if (satisfied.test(chosen) && found.stream().noneMatch(chosen::containsAll)) {
                found.add(Set.copyOf(chosen));
            }
            return;
        }
        for (int index = from; index <= organisations.size() - (size - chosen.size()) && found.size() < MOST; index++) {
            chosen.add(organisations.get(index));
            addOfSize(size, index + 1, chosen, organisations, satisfied, found);
            chosen.remove(organisations.get(index));
        }
    }
}
