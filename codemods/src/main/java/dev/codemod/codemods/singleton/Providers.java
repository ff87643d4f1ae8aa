package dev.codemod.codemods.singleton;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which class a name of a module is, through re-exports.
 *
 * <p>Where imports are searched is not known, so an absolute name may mean every file whose path ends like it. It is
 * certain only if one file alone can be meant.
 */
final class Providers {
    /** What a file provides, and the names under which it can be imported. */
    private record Offer(ProviderFact fact, ModulePath module) {}

    /** A question: what a name of a module can be. */
    private record Mention(ModuleRef module, String name) {}

    private final Map<String, List<Offer>> byName = new HashMap<>();
    private final List<Offer> stars = new ArrayList<>();

    /** The answers so far, as the same class is mentioned in many places. */
    private final Map<Mention, List<ProviderFact>> known = new ConcurrentHashMap<>();

    private final Set<ClassKey> classes;

    Providers(Collection<ProviderFact> providers, Set<ClassKey> classes) {
        this.classes = classes;
        for (ProviderFact provider : providers) {
            Offer offer = new Offer(provider, ModulePath.of(provider.path()));
            boolean isStar = provider.name().equals(ProviderFact.STAR);
            (isStar ? stars : byName.computeIfAbsent(provider.name(), key -> new ArrayList<>())).add(offer);
        }
    }

    /**
     * A way from a mention to the class.
     *
     * @param key the class
     * @param steps the modules that offer it, from the one that is mentioned to the one that defines it
     */
    record Way(ClassKey key, List<ProviderFact> steps) {}

    /** Returns the way to the one class that a name certainly means, or null. */
    Way certain(ModuleRef module, String name) {
        List<ProviderFact> steps = new ArrayList<>();
        ModuleRef next = module;
        String wanted = name;
        while (steps.size() < 50) {
            List<ProviderFact> matching = matching(next, wanted);
            if (matching.size() != 1 || matching.get(0).name().equals(ProviderFact.STAR)) {
                return null;
            }
            ProviderFact only = matching.get(0);
            steps.add(only);
            if (!only.isImport()) {
                ClassKey key = new ClassKey(only.path(), wanted);
                return classes.contains(key) ? new Way(key, steps) : null;
            }
            next = only.source();
            wanted = only.imported();
        }
        return null;
    }

    /** Returns every class that a name may mean. */
    Set<ClassKey> possible(ModuleRef module, String name) {
        Set<ClassKey> found = new TreeSet<>();
        collect(module, name, found, new HashSet<>());
        return found;
    }

    private void collect(ModuleRef module, String name, Set<ClassKey> found, Set<ProviderFact> seen) {
        for (ProviderFact provider : matching(module, name)) {
            if (!seen.add(provider)) {
                continue;
            }
            if (provider.isImport()) {
                boolean isStar = provider.name().equals(ProviderFact.STAR);
                collect(provider.source(), isStar ? name : provider.imported(), found, seen);
            } else if (classes.contains(new ClassKey(provider.path(), name))) {
                found.add(new ClassKey(provider.path(), name));
            }
        }
    }

    private List<ProviderFact> matching(ModuleRef module, String name) {
        return known.computeIfAbsent(new Mention(module, name), this::matching);
    }

    private List<ProviderFact> matching(Mention mention) {
        List<ProviderFact> found = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (Offer offer : byName.getOrDefault(mention.name(), List.of())) {
            if (mention.module().mayBe(offer.module())) {
                found.add(offer.fact());
                paths.add(offer.fact().path());
            }
        }
        for (Offer star : stars) {
            if (mention.module().mayBe(star.module())
                    && !paths.contains(star.fact().path())) {
                found.add(star.fact());
            }
        }
        return found;
    }
}
