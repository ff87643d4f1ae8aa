package dev.codemod.codemods.singleton;

import dev.codemod.codemods.singleton.Decision.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out what singletons inherit from classes of other files, and which classes inherit to be singletons.
 *
 * <p>A base counts if its name certainly means one class of one file. One that is not known yet is asked for, and the
 * files are read again.
 */
final class Families {
    private final SingletonFacts all;
    private final Providers providers;
    private final Map<ClassKey, ClassFact> classes = new HashMap<>();
    private final Map<ClassKey, ShapeFact> shapes = new HashMap<>();
    private final Set<ForeignName> wanted = new TreeSet<>();

    private Families(SingletonFacts all) {
        this.all = all;
        all.classes().forEach(fact -> classes.put(fact.key(), fact));
        all.families().shapes().forEach(shape -> shapes.put(shape.key(), shape));
        Set<ClassKey> keys = new HashSet<>(classes.keySet());
        keys.addAll(shapes.keySet());
        all.metaclasses().forEach(metaclass -> keys.add(new ClassKey(metaclass.path(), metaclass.name())));
        this.providers = new Providers(all.providers(), keys);
    }

    /**
     * Returns the definitions with what the uses tell of families, or null if that is nothing new.
     *
     * @param all the definitions and all uses
     */
    static SingletonFacts extend(SingletonFacts definitions, SingletonFacts all) {
        List<ProviderFact> reexports = reexports(all);
        if (all.families().heirs().isEmpty() && reexports.isEmpty()) {
            return null;
        }
        Families families = new Families(all);
        Set<Heritage> heritages = new TreeSet<>();
        Set<CandidateFact> candidates = new TreeSet<>(definitions.candidates());
        for (HeirFact heir : all.families().heirs()) {
            Heritage heritage = families.heritage(heir);
            if (heritage.isComplete() || heritage.metaclass() != null) {
                heritages.add(heritage);
            }
            if (heritage.metaclass() != null) {
                candidates.add(heir.candidate().of(heritage.metaclass()));
            }
        }
        families.wanted.addAll(definitions.families().wanted());
        FamilyFacts known =
                new FamilyFacts(List.of(), List.of(), List.copyOf(families.wanted), List.copyOf(heritages), reexports);
        boolean isNew =
                !known.equals(definitions.families()) || !candidates.equals(new TreeSet<>(definitions.candidates()));
        return isNew ? definitions.with(List.copyOf(candidates), known, definitions.others()) : null;
    }

    /** Returns the modules that import metaclasses, if a class may have got its metaclass from one. */
    private static List<ProviderFact> reexports(SingletonFacts all) {
        Set<ClassKey> known = new HashSet<>();
        all.classes().forEach(fact -> known.add(fact.key()));
        boolean isMissing = all.singletons().stream()
                .anyMatch(candidate -> !known.contains(new ClassKey(candidate.path(), candidate.name())));
        Set<ProviderFact> found = new TreeSet<>(all.families().reexports());
        Set<String> metaclasses = new HashSet<>();
        all.metaclasses().forEach(metaclass -> metaclasses.add(metaclass.name()));
        for (ProviderFact provider : isMissing ? all.providers() : List.<ProviderFact>of()) {
            if (provider.isImport() && metaclasses.contains(provider.imported())) {
                found.add(provider);
            }
        }
        return List.copyOf(found);
    }

    private Heritage heritage(HeirFact heir) {
        boolean isSingleton = classes.containsKey(heir.key());
        List<ClassFact> relatives = new ArrayList<>();
        List<ShapeFact> bases = new ArrayList<>();
        boolean isComplete = !heir.isOpen();
        Set<ClassKey> seen = new HashSet<>();
        List<ForeignName> open = new ArrayList<>(heir.bases());
        Set<ForeignName> unknown = new TreeSet<>();
        for (int i = 0; i < open.size(); i++) {
            ForeignName base = open.get(i);
            Providers.Way way = providers.certain(base.module(), base.name());
            ShapeFact shape = way == null ? null : shapes.get(way.key());
            if (shape == null) {
                unknown.add(base);
                continue;
            }
            if (seen.add(shape.key())) {
                bases.add(shape);
                isComplete &= !shape.isOpen();
                open.addAll(shape.bases());
                if (classes.containsKey(shape.key())) {
                    relatives.add(classes.get(shape.key()));
                }
            }
        }
        if (isSingleton || !relatives.isEmpty()) {
            unknown.stream().filter(this::isOfProject).forEach(wanted::add);
        }
        return heritage(heir.key(), relatives, bases, isComplete && unknown.isEmpty());
    }

    private static Heritage heritage(
            ClassKey key, List<ClassFact> relatives, List<ShapeFact> bases, boolean isComplete) {
        ClassShape shape = ClassShape.NONE;
        Set<ClassKey> plain = new TreeSet<>();
        for (ShapeFact base : bases) {
            shape = shape.with(base.shape());
            plain.add(base.key());
        }
        relatives.forEach(relative -> plain.remove(relative.key()));
        MetaclassFact metaclass = null;
        List<Obstacle> obstacles = new ArrayList<>();
        Set<ClassKey> keys = new TreeSet<>();
        for (ClassFact relative : relatives) {
            String base = relative.key().name() + " (" + relative.key().path() + ":" + relative.line() + ")";
            if (!relative.metaclass().isFamily()) {
                obstacles.add(new Obstacle(
                        "inherits-metaclass",
                        "the base class " + base + " has "
                                + relative.metaclass().name() + ", which does not keep one instance for each class"));
            } else if (metaclass != null && !metaclass.isSame(relative.metaclass())) {
                obstacles.add(new Obstacle("inherits-metaclass", "the base class " + base + " has another metaclass"));
            } else {
                metaclass = relative.metaclass();
                keys.add(relative.key());
            }
        }
        ClassShape hindered = new ClassShape(List.of(), List.of(), List.of(), List.of(), false, "", "", obstacles);
        return new Heritage(key, List.copyOf(keys), List.copyOf(plain), metaclass, isComplete, shape.with(hindered));
    }

    private boolean isOfProject(ForeignName base) {
        return !Helpers.filesOf(base.module(), all.paths()).isEmpty();
    }
}
