package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.project.DefinitionFacts;
import dev.codemod.project.IndexFacts;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.Use;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the files of a project say about coroutines and the functions that they call; joining two of them is a union.
 *
 * <p>Immutable, but for the graph that is made from it on first use.
 */
public final class AwaitFacts implements Serializable {
    static final AwaitFacts NONE = new AwaitFacts(IndexFacts.NONE, List.of(), FileHints.NONE, false);

    private static final long serialVersionUID = 1;

    private final IndexFacts index;
    private final List<HelperFact> helpers;
    private final FileHints hints;
    private final boolean converts;
    private transient HelperGraph graph;
    private transient Set<String> wantedFiles;

    private AwaitFacts(IndexFacts index, List<HelperFact> helpers, FileHints hints, boolean converts) {
        this.index = index;
        this.helpers = helpers;
        this.hints = hints;
        this.converts = converts;
    }

    /** Returns the facts of one file. */
    static AwaitFacts of(FileContext file, boolean converts) {
        CallClassifier classifier = new CallClassifier(file.semantics(), false);
        List<HelperFact> helpers =
                SortedUnion.sorted(new HelperReader(file.path(), file.semantics(), classifier).read());
        return new AwaitFacts(IndexFacts.of(file.moduleFacts()), helpers, FileHints.NONE, converts);
    }

    /** Returns these facts and hints of a file. */
    AwaitFacts with(FileHints more) {
        return more.equals(FileHints.NONE) ? this : new AwaitFacts(index, helpers, hints.merge(more), converts);
    }

    FileHints hints() {
        return hints;
    }

    /** Returns the files around another one that import another event loop than asyncio's. */
    List<LoopFact> loopsNear(String path) {
        return hints.loops().stream().filter(loop -> loop.isNear(path)).toList();
    }

    AwaitFacts merge(AwaitFacts other) {
        if (other.equals(NONE)) {
            return this;
        }
        if (equals(NONE)) {
            return other;
        }
        return new AwaitFacts(
                index.merge(other.index),
                SortedUnion.of(helpers, other.helpers),
                hints.merge(other.hints),
                converts || other.converts);
    }

    /** Returns what becomes async; see {@link Conversions}. */
    Conversions conversions() {
        return graph().conversions();
    }

    /** Returns why calls in the coroutines of a file are not looked into, by name; see {@link HelperGraph}. */
    Map<String, String> notFollowedIn(String path) {
        return graph().notFollowedIn(path);
    }

    boolean converts() {
        return converts;
    }

    /** Returns the fact that files are there. */
    static AwaitFacts ofPaths(List<String> paths) {
        return new AwaitFacts(IndexFacts.paths(paths), List.of(), FileHints.NONE, false);
    }

    /** Returns the fact that a file may use anything. */
    static AwaitFacts unreadable(String path) {
        return new AwaitFacts(IndexFacts.unreadable(path), List.of(), FileHints.NONE, false);
    }

    /**
     * Returns the simple names of the functions that may have to become async: those that block or call one that does, as
     * far as names tell. Every file that has one of them matters then.
     */
    private Set<String> namesThatFollow() {
        Set<String> names = new TreeSet<>();
        for (ModuleFacts module : index.modules()) {
            graph().helpersCalledIn(module.path())
                    .values()
                    .forEach(helper -> helper.below()
                            .forEach(function -> names.add(function.facts().simpleName())));
        }
        int before = -1;
        while (names.size() != before) {
            before = names.size();
            for (ModuleFacts module : index.modules()) {
                for (Use use : module.uses()) {
                    String called = use.name().substring(use.name().lastIndexOf('.') + 1);
                    if (use.form().isCall() && !use.by().isEmpty() && names.contains(called)) {
                        names.add(use.by().substring(use.by().lastIndexOf('.') + 1));
                    }
                }
            }
        }
        return names;
    }

    /**
     * Returns the blocking helpers of the project that the coroutines of a file call and that stay synchronous; see
     * {@link HelperGraph}.
     */
    Map<String, Helper> helpersToWrap(String path) {
        Map<String, Helper> found = new HashMap<>(helpersCalledIn(path));
        found.values().removeIf(helper -> conversions().isConverted(helper.definition()));
        return found;
    }

    /** Returns all blocking helpers of the project that the coroutines of a file call, by name. */
    Map<String, Helper> helpersCalledIn(String path) {
        return graph().helpersCalledIn(path);
    }

    /** Returns what the project says about the coroutines of a file. */
    ProjectCoroutines coroutinesOf(String path) {
        return graph().coroutinesOf(path);
    }

    /** Returns whether a file that was read has a coroutine of the old style. */
    boolean hasLegacyCoroutines() {
        for (ModuleFacts module : index.modules()) {
            for (DefinitionFacts definition : module.definitions()) {
                if (HelperGraph.isLegacy(definition)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns a place in another file that replaces the sleep function of a module, or null. */
    PatchFact patchOf(String modulePath) {
        for (PatchFact patch : hints.patches()) {
            if (patch.concerns(modulePath)) {
                return patch;
            }
        }
        return null;
    }

    private synchronized HelperGraph graph() {
        if (graph == null) {
            ProjectIndex project = ProjectIndex.of(index);
            wantedFiles = CallTargets.missing(project);
            graph = new HelperGraph(project, helpers, converts);
        }
        return graph;
    }

    /** Returns the files that must be read to know what coroutines call; see {@link CallTargets}. */
    synchronized Set<String> wantedFiles() {
        graph();
        return wantedFiles;
    }

    /**
     * Returns the literals without one of which the calls of a file do not matter, once all {@linkplain #wantedFiles() files
     * that coroutines call} are known.
     */
    Set<String> literalsOfCalls() {
        Set<String> literals = new TreeSet<>();
        blockingMethods().forEach(name -> literals.add("def " + name));
        if (hasLegacyCoroutines()) {
            literals.add("yield from");
        }
        if (converts) {
            literals.addAll(namesThatFollow());
        }
        return literals;
    }

    /**
     * Returns the simple names of the methods that block and that coroutines reach: a file that defines one of them may
     * override it.
     */
    private Set<String> blockingMethods() {
        Set<String> names = new TreeSet<>();
        for (ModuleFacts module : index.modules()) {
            for (Helper helper : graph().helpersCalledIn(module.path()).values()) {
                for (ProjectDefinition function : helper.below()) {
                    if (!function.facts().enclosing().isEmpty()) {
                        names.add(function.facts().simpleName());
                    }
                }
            }
        }
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AwaitFacts facts
                && facts.index.equals(index)
                && facts.helpers.equals(helpers)
                && facts.hints.equals(hints)
                && facts.converts == converts;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * index.hashCode() + helpers.hashCode()) + hints.hashCode();
    }

    @Override
    public String toString() {
        return index + ", " + helpers.size() + " helpers, " + hints.patches().size() + " patches";
    }
}
