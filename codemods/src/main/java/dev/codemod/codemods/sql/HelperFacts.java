package dev.codemod.codemods.sql;

import dev.codemod.project.IndexFacts;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.semantics.TypeTable;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the files of a project say about functions that hand a query on to a database.
 *
 * <p>Immutable; {@link #merge} is associative and commutative.
 */
public final class HelperFacts implements Serializable {
    static final HelperFacts NONE = indexed(IndexFacts.NONE);

    private static final long serialVersionUID = 1;

    private final IndexFacts index;
    private final SortedSet<HelperFact> helpers;

    /** The keys of functions to be extended because a call has values to bind. */
    private final SortedSet<String> wanted;

    /** The names of functions that give a connection or a cursor, or something that has one. */
    private final SortedSet<String> factories;

    private final BuilderFacts builders;
    private final DependencyFacts dependencies;
    private final ConstantFacts constants;

    /** What becomes of the functions that return a query, by their keys; filled on first use. */
    private transient volatile Map<String, BuilderFacts.Decision> decisions;

    /** Filled on first use. */
    private transient Set<String> builderNames;

    /** The facts that these ones are the same as but for what is wanted, and whose index they share; or null. */
    private transient HelperFacts base;

    /** Built on first use. */
    private transient volatile ProjectIndex project;

    private HelperFacts(
            IndexFacts index,
            SortedSet<HelperFact> helpers,
            SortedSet<String> wanted,
            SortedSet<String> factories,
            BuilderFacts builders,
            DependencyFacts dependencies,
            ConstantFacts constants) {
        this.constants = constants;
        this.builders = builders;
        this.dependencies = dependencies;
        this.index = index;
        this.helpers = helpers;
        this.wanted = wanted;
        this.factories = factories;
    }

    private static HelperFacts indexed(IndexFacts index) {
        return new HelperFacts(
                index,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                BuilderFacts.NONE,
                DependencyFacts.NONE,
                ConstantFacts.NONE);
    }

    static HelperFacts paths(List<String> paths) {
        return indexed(IndexFacts.paths(paths));
    }

    static HelperFacts of(ModuleFacts module, Collection<HelperFact> helpers, Collection<String> factories) {
        return new HelperFacts(
                IndexFacts.of(module),
                new TreeSet<>(helpers),
                new TreeSet<>(),
                new TreeSet<>(factories),
                BuilderFacts.NONE,
                DependencyFacts.NONE,
                ConstantFacts.NONE);
    }

    static HelperFacts wanted(ModuleFacts module, Collection<String> wanted) {
        return new HelperFacts(
                IndexFacts.of(module),
                new TreeSet<>(),
                new TreeSet<>(wanted),
                new TreeSet<>(),
                BuilderFacts.NONE,
                DependencyFacts.NONE,
                ConstantFacts.NONE);
    }

    static HelperFacts unreadable(String path) {
        return indexed(IndexFacts.unreadable(path));
    }

    static HelperFacts dependencies(DependencyFacts dependencies) {
        return new HelperFacts(
                IndexFacts.NONE,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                BuilderFacts.NONE,
                dependencies,
                ConstantFacts.NONE);
    }

    static HelperFacts constants(IndexFacts index, ConstantFacts constants) {
        return new HelperFacts(
                index,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                BuilderFacts.NONE,
                DependencyFacts.NONE,
                constants);
    }

    /** Returns the names of constants that queries of other files are composed of. */
    SortedSet<String> wantedConstants() {
        return constants.wanted();
    }

    boolean hasConstants() {
        return !constants.texts().isEmpty();
    }

    /**
     * Returns the text of a constant of the project, or null if it is not known.
     *
     * @param name as {@link ModuleFacts} write names; or null
     */
    String constant(String path, String name) {
        if (name == null) {
            return null;
        }
        ProjectIndex known = project();
        synchronized (known) {
            ProjectDefinition definition = known.resolve(path, name).definition();
            return definition == null
                    ? null
                    : constants
                            .texts()
                            .get(ConstantFacts.key(
                                    definition.path(), definition.facts().name()));
        }
    }

    DependencyFacts dependencies() {
        return dependencies;
    }

    HelperFacts merge(HelperFacts other) {
        return new HelperFacts(
                index.merge(other.index),
                union(helpers, other.helpers),
                union(wanted, other.wanted),
                union(factories, other.factories),
                builders.merge(other.builders),
                dependencies.merge(other.dependencies),
                constants.merge(other.constants));
    }

    private static <T> SortedSet<T> union(SortedSet<T> left, SortedSet<T> right) {
        SortedSet<T> all = new TreeSet<>(left);
        all.addAll(right);
        return all;
    }

    static HelperFacts builders(ModuleFacts module, Collection<BuilderFact> builders, Collection<BuilderUse> uses) {
        return new HelperFacts(
                IndexFacts.of(module),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                BuilderFacts.of(builders, uses),
                DependencyFacts.NONE,
                ConstantFacts.NONE);
    }

    // ---------------------------------------------------------------- functions that return a query

    boolean hasBuilders() {
        return !builders.builders().isEmpty();
    }

    /** Returns the names of functions that return a query, and those that imports give them. */
    synchronized Set<String> builderNames() {
        if (builderNames == null) {
            Set<String> names = builders.names();
            ProjectIndex known = names.isEmpty() ? null : project();
            for (BuilderFact builder : builders.builders()) {
                synchronized (known) {
                    for (ProjectDefinition definition :
                            known.moduleAt(builder.path()).definitions(builder.name())) {
                        known.names(definition).forEach(name -> names.add(name.substring(name.lastIndexOf('.') + 1)));
                    }
                }
            }
            builderNames = names;
        }
        return builderNames;
    }

    boolean hasBuildersIn(String path) {
        return builders.builders().stream().anyMatch(builder -> builder.path().equals(path));
    }

    /** Returns what becomes of the functions of a file that return a query. */
    List<BuilderFacts.Decision> builders(String path) {
        return decisions().values().stream()
                .filter(decision -> decision.builder().path().equals(path))
                .toList();
    }

    /**
     * Returns what becomes of the function that a name means in a file, or null if it returns no query.
     *
     * @param name as {@link ModuleFacts} write names
     */
    BuilderFacts.Decision builder(String path, String name) {
        ProjectIndex known = project();
        ProjectDefinition definition;
        synchronized (known) {
            definition = known.resolve(path, name).definition();
        }
        BuilderFact builder = definition == null ? null : builders.builder(definition);
        return builder == null ? null : decisions().get(builder.key());
    }

    private synchronized Map<String, BuilderFacts.Decision> decisions() {
        Map<String, BuilderFacts.Decision> made = decisions;
        if (made == null) {
            made = new TreeMap<>();
            ProjectIndex known = project();
            synchronized (known) {
                for (BuilderFact builder : builders.builders()) {
                    made.put(builder.key(), builders.decide(builder, known));
                }
            }
            decisions = made;
        }
        return made;
    }

    /** Returns the names of the functions. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        helpers.forEach(helper -> names.add(helper.name()));
        return names;
    }

    /** Returns the names that tell of a file that it may say what another one's functions give. */
    Set<String> factories() {
        return factories;
    }

    /** Returns the types of the drivers and of the project's other files, for the code of one file. */
    TypeTable typeTable(String path) {
        TypeTable drivers = DriverTypes.typeTable();
        if (factories.isEmpty()) {
            return drivers;
        }
        ProjectIndex known = project();
        synchronized (known) {
            return drivers.with(new LockedTypes(known.typeTable(path, drivers), known));
        }
    }

    /** Returns whether a name, as {@link ModuleFacts} write them, means a definition of the project. */
    boolean isMethod(String path, String name) {
        if (factories.isEmpty()) {
            return false;
        }
        ProjectIndex known = project();
        synchronized (known) {
            return known.resolve(path, name).definition() != null;
        }
    }

    /** Returns the functions of a file that get a parameter. */
    List<HelperFact> extended(String path) {
        return helpers.stream()
                .filter(helper ->
                        helper.path().equals(path) && helper.isToBeExtended() && wanted.contains(helper.key()))
                .toList();
    }

    /** Returns the facts as they would be if all functions were wanted. */
    HelperFacts probing() {
        SortedSet<String> all = new TreeSet<>();
        helpers.forEach(helper -> all.add(helper.key()));
        HelperFacts probing =
                new HelperFacts(index, helpers, all, factories, BuilderFacts.NONE, dependencies, constants);
        probing.base = this;
        return probing;
    }

    /**
     * Returns the function that a name means in a file, or null if it is none of them.
     *
     * @param name as {@link ModuleFacts} write names
     */
    HelperFact named(String path, String name) {
        ProjectIndex known = project();
        synchronized (known) {
            ProjectDefinition definition = known.resolve(path, name).definition();
            if (definition == null || !known.overrides(definition).isEmpty()) {
                return null;
            }
            for (HelperFact helper : helpers) {
                boolean isMeant = helper.path().equals(definition.path())
                        && helper.offset() == definition.facts().offset()
                        && helper.isMethod() == name.contains("().")
                        && (!helper.isToBeExtended() || wanted.contains(helper.key()));
                if (isMeant) {
                    return helper;
                }
            }
            return null;
        }
    }

    private synchronized ProjectIndex project() {
        // An index for every file that is looked at would take a time that grows with the square of the project.
        ProjectIndex built = base == null ? project : base.project();
        if (built == null) {
            built = ProjectIndex.of(index);
            project = built;
        }
        return built;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HelperFacts facts
                && index.equals(facts.index)
                && helpers.equals(facts.helpers)
                && wanted.equals(facts.wanted)
                && factories.equals(facts.factories)
                && builders.equals(facts.builders)
                && dependencies.equals(facts.dependencies)
                && constants.equals(facts.constants);
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, helpers, wanted, factories, builders, dependencies, constants);
    }

    @Override
    public String toString() {
        return Collections.unmodifiableSet(helpers) + " wanted " + wanted;
    }
}
