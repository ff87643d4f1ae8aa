package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemod.ProjectCodemod;
import dev.codemod.codemods.Pages;
import dev.codemod.tree.Module;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a singleton class into a plain class with one instance in its module, in all files of a project.
 *
 * <h2>What it does</h2>
 *
 * <p>{@code class Config(metaclass=Singleton)} becomes {@code class Config}, the module gets {@code config = Config()},
 * and every {@code Config()} of the project becomes {@code config}. If constructing may do something, a function {@code get_config()}
 * constructs on first use instead. A metaclass that nobody uses any more is removed.
 *
 * <h2>Why is this bad?</h2>
 *
 * <p>{@code Config()} reads like a new object and is none. A module is a singleton already.
 *
 * <h2>Known limits</h2>
 *
 * <p>A class that is passed on without a call stays as it is, and so does one with a base class of a library.
 */
public final class SingletonToModule extends ProjectCodemod<SingletonToModule.Facts> {
    /** What the files of a project say about singletons. */
    public static final class Facts implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        private final SingletonFacts content;

        /** Built on first use; a race builds it twice, which is harmless. */
        private transient volatile UseTargets targets;

        /** Built on first use, like the targets. */
        private transient volatile Helpers helpers;

        private Facts(SingletonFacts content) {
            this.content = content;
        }

        /** Built on first use, like the targets. */
        private transient volatile Decisions decisions;

        private Decisions decisions() {
            if (decisions == null) {
                decisions = new Decisions(content);
            }
            return decisions;
        }

        private Helpers helpers() {
            if (helpers == null) {
                helpers = new Helpers(content);
            }
            return helpers;
        }

        private UseTargets targets() {
            if (targets == null) {
                targets = new UseTargets(content);
            }
            return targets;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Facts facts && facts.content.equals(content);
        }

        @Override
        public int hashCode() {
            return content.hashCode();
        }

        @Override
        public String toString() {
            return content.toString();
        }
    }

    /** What stands in files that make their folder a distribution. */
    private static final List<String> SETUP = List.of("setuptools", "distutils.core");

    static final String INSTANCE = "instance";
    static final String KEEP_METACLASS = "keep-metaclass";
    static final String PUBLIC_API = "public-api";

    /** Creates the codemod. */
    public SingletonToModule() {}

    @Override
    public String id() {
        return "singleton-to-module";
    }

    @Override
    public String summary() {
        return "Turn singletons into plain classes with a module-level instance, in all files that use them.";
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf(
                        "metaclass",
                        "__call__",
                        "__dict__ =",
                        "__dict__=",
                        "__new__",
                        "classmethod",
                        "staticmethod",
                        "ingleton")
                .and(
                        "_instance",
                        "ingleton",
                        "metaclass",
                        "__dict__ =",
                        "__dict__=",
                        "(type)",
                        "(type,",
                        ", type)",
                        ",type)",
                        "( type",
                        "ABCMeta");
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option(
                        INSTANCE,
                        "When the instance is made: at import (eager), at first use (lazy), or what is safe (auto).",
                        List.of("auto", "eager", "lazy")),
                new Option(
                        KEEP_METACLASS,
                        "Keep a metaclass that nothing in the project uses any more, as libraries may want.",
                        List.of("no", "yes")),
                new Option(
                        PUBLIC_API,
                        "Whether the public classes of a library, whose users are not seen, are unsafe or safe to convert.",
                        List.of("unsafe", "safe")));
    }

    @Override
    public Facts none() {
        return new Facts(SingletonFacts.NONE);
    }

    @Override
    public Facts scanPaths(List<String> paths) {
        return new Facts(SingletonFacts.ofPaths(paths));
    }

    @Override
    public Facts merge(Facts left, Facts right) {
        return new Facts(left.content.merge(right.content));
    }

    @Override
    public Facts scan(FileContext file) {
        return new Facts(DefinitionScanner.scan(file.path(), file.module(), file.semantics()));
    }

    @Override
    public Prefilter usesPrefilter(Facts definitions) {
        Set<String> names = UseScanner.literals(definitions.targets(), definitions.content);
        definitions.content.families().wantedNames().forEach(base -> names.add(UseScanner.literal(base)));
        Set<String> reads = new TreeSet<>();
        definitions.content.classes().forEach(fact -> reads.addAll(fact.reads()));
        for (String name : definitions.helpers().wanted()) {
            reads.add(UseScanner.literal(name));
        }
        if (names.isEmpty()) {
            return Prefilter.anyOf();
        }
        if (names.contains("") || reads.contains("")) {
            return Prefilter.always();
        }
        names.addAll(reads);
        Set<String> files = new StarImports(definitions.content).meant();
        definitions.content.paths().stream().filter(UseScanner::isSetup).forEach(files::add);
        Set<String> stars = new TreeSet<>(SETUP);
        stars.add(StarImports.LITERAL);
        Set<String> sources = StarImports.sources(definitions.targets());
        if (reads.isEmpty()) {
            return needing(Prefilter.anyOf(union(names, stars)), files, names, sources);
        }
        // What the construction relies on may be assigned by a file that does not mention the class.
        Set<String> stores = Set.of("setattr", "vars(", "__dict__");
        Set<String> modules = new TreeSet<>();
        definitions.content.classes().forEach(fact -> modules.add(fact.key().module()));
        // Names, or stars and their sources, or stores and modules; as groups that are all needed.
        Prefilter filter = Prefilter.anyOf(union(names, stars, stores));
        filter = needing(filter, Set.of(), names, stars, modules);
        filter = needing(filter, files, names, sources, stores);
        return needing(filter, files, names, sources, modules);
    }

    @SafeVarargs
    private static Prefilter needing(Prefilter filter, Set<String> files, Set<String>... literals) {
        Set<String> all = union(literals);
        return all.contains("") ? filter : filter.andFilesOr(files, all.toArray(new String[0]));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new TreeSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    @Override
    public Facts scanUses(FileContext file, Facts definitions) {
        return new Facts(UseScanner.scan(file, definitions.targets(), definitions.content, definitions.helpers()));
    }

    @Override
    public Facts unknownUses(String path, Facts definitions) {
        return new Facts(UseScanner.unreadable(path, definitions.targets()));
    }

    @Override
    public Facts redefine(Facts definitions, Facts all) {
        SingletonFacts more = Families.extend(definitions.content, all.content);
        return more == null ? null : new Facts(more);
    }

    @Override
    public Prefilter textPrefilter(Facts facts) {
        List<String> literals = TextScanner.literals(facts.content);
        if (!literals.isEmpty()) {
            literals.addAll(TextScanner.DISTRIBUTION);
        }
        return anyOf(literals);
    }

    @Override
    public Facts scanText(String path, byte[] bytes, Facts facts) {
        return new Facts(new TextScanner(path, facts.content).scan(bytes));
    }

    @Override
    public Prefilter rewritePrefilter(Facts facts) {
        List<String> literals = new ArrayList<>(List.of("metaclass", "__dict__ =", "__dict__="));
        facts.content.others().forEach(other -> literals.add(UseScanner.literal(other.name())));
        facts.content.metaclasses().stream()
                .filter(keeper -> keeper.isDecorator() && keeper.kind() != MetaclassFact.Kind.SINGLETON)
                .forEach(keeper -> literals.add(UseScanner.literal(keeper.name())));
        if (facts.content.classes().isEmpty()) {
            return anyOf(literals);
        }
        facts.decisions().wanted().forEach(name -> literals.add(UseScanner.literal(name)));
        return anyOf(literals);
    }

    /** Names whose letters have other bytes in other encodings give empty literals, and no file can be left out. */
    private static Prefilter anyOf(Collection<String> literals) {
        return literals.contains("") ? Prefilter.always() : Prefilter.anyOf(literals);
    }

    @Override
    public Module rewrite(FileContext file, Facts facts) {
        return new ModuleRewrite(file, facts.content, facts.decisions()).run();
    }

    @Override
    public void explain(FileContext file, Facts facts) {
        MetaclassResolver resolver = new MetaclassResolver(file.path(), file.semantics(), facts.content);
        new ClassExplanation(file, resolver, facts.decisions()).tell(ClassAnalysis.of(file, facts.content));
    }

    @Override
    public String page() {
        return Pages.read(SingletonToModule.class, id());
    }
}
