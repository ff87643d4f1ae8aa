package dev.codemod.match;

import static java.util.Objects.requireNonNull;

import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Template;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A {@link Pattern} and what takes the place of its matches, text of the language of
 * {@link dev.codemod.rewrite.Snippet} with the metavariables of the pattern.
 *
 * <p>If the pattern is an expression and the replacement is not, the pattern matches only statements of their own. An
 * empty replacement removes the statement.
 *
 * <p>Dotted names in the replacement mean modules and are imported, {@code httpx.get} by {@code import httpx} if the
 * file has no import that gives it another name, unless they begin with a variable or builtin of the file, with {@code
 * self} or {@code cls}. A module that the pattern names and the replacement does not is a module for certain: the name
 * does not match as text in a file that imports it not.
 */
public final class Rewrite {
    private static final Set<String> RECEIVERS = Set.of("self", "cls");

    private final Pattern pattern;
    private final String text;
    private final Replacement modern;
    private final Replacement python2;
    private final ModuleSplit modules;

    /** The first parts of dotted names of the pattern that are modules in every file. */
    private final Set<String> moduleRoots;

    private Rewrite(Pattern pattern, String text, Replacement modern, Replacement python2, Options options) {
        this.pattern = pattern;
        this.text = text;
        this.modern = modern;
        this.python2 = python2;
        this.modules = new ModuleSplit(options.modules());
        this.moduleRoots = new LinkedHashSet<>(pattern.dottedRoots());
        this.moduleRoots.removeAll(RECEIVERS);
        for (String name : dottedNames()) {
            this.moduleRoots.remove(DottedName.root(name));
        }
        this.moduleRoots.addAll(options.moduleRoots());
    }

    /**
     * What a rewrite may know besides its pattern and replacement.
     *
     * @param modules dotted names that are modules, {@code collections.abc} for example, besides those that are known
     * @param moduleRoots first parts of dotted names of the pattern that are modules in every file
     * @param values metavariables of the replacement that the pattern does not bind, {@code true} for those that are
     *     lists; every match must get them by {@link Match#with}
     * @param members names of the replacement that are members of modules and imported by {@code from}, for example
     *     {@code Path} with {@code pathlib.Path}
     * @param mayMatchAgain whether the replacement may match the pattern, because matches are chosen
     */
    public record Options(
            Collection<String> modules,
            Collection<String> moduleRoots,
            Map<String, Boolean> values,
            Map<String, String> members,
            boolean mayMatchAgain) {
        /** What rewrites are without options. */
        public static final Options DEFAULT = new Options(List.of(), List.of(), Map.of(), Map.of(), false);
    }

    /**
     * Reads a replacement.
     *
     * @throws MalformedPatternException if it is no Python, uses what the pattern does not bind, or matches the pattern
     *     again, so that the rewrite would never end
     */
    public static Rewrite of(Pattern pattern, String replacement) {
        return of(pattern, replacement, Options.DEFAULT);
    }

    /**
     * Reads a replacement.
     *
     * @throws MalformedPatternException if it is no Python, uses what the pattern does not bind, or matches the pattern
     *     again, so that the rewrite would never end
     */
    public static Rewrite of(Pattern pattern, String replacement, Options options) {
        requireNonNull(pattern, "pattern is null");
        String stripped = replacement.strip();
        PatternForm form = form(pattern, stripped);
        Replacement modern = null;
        Replacement python2 = null;
        MalformedPatternException failure = null;
        for (LanguageLevel level : List.of(LanguageLevel.LATEST, LanguageLevel.PY27)) {
            try {
                Replacement read = Replacement.of(stripped, level, form, options.members());
                if (level.isPython2()) {
                    python2 = read;
                } else {
                    modern = read;
                }
            } catch (MalformedPatternException e) {
                failure = failure == null ? e : failure;
            } catch (IllegalArgumentException e) {
                failure = failure == null ? new MalformedPatternException(e.getMessage()) : failure;
            }
        }
        if (modern == null && python2 == null) {
            throw failure;
        }
        Rewrite rewrite = new Rewrite(pattern, replacement, modern, python2, options);
        Replacement any = modern != null ? modern : python2;
        rewrite.checkMetavariables(any, options.values());
        if (!options.mayMatchAgain()) {
            rewrite.checkLoop(any);
        }
        return rewrite;
    }

    /** Returns what the replacement must be: what the pattern is, or statements in place of an expression. */
    private static PatternForm form(Pattern pattern, String replacement) {
        if (pattern.form().isFragment()) {
            boolean isRemovable = pattern.form() == PatternForm.DECORATOR || pattern.form() == PatternForm.ARGUMENT;
            return replacement.isEmpty() && isRemovable ? PatternForm.STATEMENTS : pattern.form();
        }
        if (!pattern.isExpression() || replacement.isEmpty()) {
            return PatternForm.STATEMENTS;
        }
        for (LanguageLevel level : List.of(LanguageLevel.LATEST, LanguageLevel.PY27)) {
            try {
                return PatternTree.parse("replacement", replacement, level, null)
                        .form();
            } catch (MalformedPatternException e) {
                // The other level decides; if it is none of the two, the expression is what the error is about.
                continue;
            }
        }
        return PatternForm.EXPRESSION;
    }

    private void checkMetavariables(Replacement replacement, Map<String, Boolean> values) {
        Map<String, Boolean> bound = new LinkedHashMap<>(pattern.metavariables());
        bound.putAll(values);
        for (Template.Hole hole : replacement.tree().template().holes()) {
            if (hole.isAnonymous()) {
                throw new MalformedPatternException("the replacement uses " + hole + ", which binds nothing");
            }
            Boolean isList = bound.get(hole.name());
            if (isList == null) {
                throw new MalformedPatternException(
                        "the replacement uses " + hole + ", which the pattern does not bind");
            }
            if (isList != hole.isList()) {
                throw new MalformedPatternException("the replacement uses " + hole + ", which the pattern binds as "
                        + (isList ? "$$$" : "$") + hole.name());
            }
            if (replacement.tree().isComposed(hole) && !pattern.isComposed(hole.name())) {
                throw new MalformedPatternException("the replacement uses f\"$$$" + hole.name()
                        + "\", but the pattern does not ask for a composed_string");
            }
        }
    }

    private void checkLoop(Replacement replacement) {
        PatternTree tree = replacement.tree();
        boolean isFound = false;
        if (pattern.isRun()) {
            NodeList<Node> statements = NodeList.copyOf(tree.roots());
            for (int i = 0; i < statements.size(); i++) {
                isFound |= pattern.match(statements, i, null, tree) != null;
            }
        }
        for (Node root : tree.roots()) {
            for (Node node : root.findAll(Node.class)) {
                isFound |= pattern.match(node, null, isStatement(replacement), tree) != null;
            }
        }
        if (isFound) {
            throw new MalformedPatternException(
                    "the replacement matches the pattern again, so the rewrite would never end");
        }
    }

    private boolean isStatement(Replacement replacement) {
        return pattern.isExpression() && replacement.tree().form() == PatternForm.STATEMENTS;
    }

    /**
     * Returns a rewrite that only finds.
     *
     * @param moduleRoots first parts of dotted names of the pattern that are modules in every file
     */
    public static Rewrite search(Pattern pattern, Collection<String> moduleRoots) {
        Options options = new Options(List.of(), moduleRoots, Map.of(), Map.of(), true);
        return new Rewrite(requireNonNull(pattern, "pattern is null"), null, null, null, options);
    }

    /** Returns the dotted names of the replacement that do not begin with a metavariable. */
    public Collection<String> dottedNames() {
        Replacement any = modern != null ? modern : python2;
        return any == null ? List.of() : any.dottedNames();
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns the replacement as it was given, or null if the rewrite only finds. */
    public String replacement() {
        return text;
    }

    /** Returns the rewrite for one file. */
    public FileRewrite in(Semantics semantics, Imports imports) {
        boolean isPython2 = semantics.module().parsed().level().isPython2();
        return new FileRewrite(this, isPython2 ? python2 : modern, new FileNames(semantics, moduleRoots), imports);
    }

    /** One rewrite and one file; used by one thread. */
    public static final class FileRewrite {
        private final Rewrite rewrite;
        private final Replacement replacement;
        private final FileNames names;
        private final Imports imports;

        private FileRewrite(Rewrite rewrite, Replacement replacement, FileNames names, Imports imports) {
            this.rewrite = rewrite;
            this.replacement = replacement;
            this.names = names;
            this.imports = imports;
        }

        /** Returns whether the pattern is several statements, found by {@link #match(NodeList, int)} only. */
        public boolean isRun() {
            return rewrite.pattern.isRun();
        }

        /** Returns the match of a node, or null. */
        public Match match(Node node) {
            if (replacement == null) {
                return rewrite.text == null ? rewrite.pattern.match(node, names, false) : null;
            }
            return rewrite.pattern.match(node, names, rewrite.isStatement(replacement));
        }

        /** Returns the match of several statements that begins with the one of an index, or null. */
        public Match match(NodeList<?> statements, int index) {
            return replacement == null && rewrite.text != null
                    ? null
                    : rewrite.pattern.match(statements, index, names, null);
        }

        /** Returns why a match cannot be replaced, or null if it can. */
        public String obstacle(Match match) {
            try {
                List<? extends Node> plain = plain(match);
                String lost = new LostVariables(names.semantics(), match.nodes(), kept(match)).obstacle(plain);
                return lost == null ? hiddenBuiltin(match, plain) : lost;
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }

        /**
         * Returns whether elements on lines of their own come into one line, because the replacement has them in a list
         * of another kind, which has none of the old line breaks.
         *
         * @param match one without an {@link #obstacle}
         */
        public boolean joinsLines(Match match) {
            List<Node> spread = new ArrayList<>();
            for (Object bound : match.bindings().values()) {
                boolean isSpread = bound instanceof NodeList<?> list
                        && !list.isEmpty()
                        && !(list.first() instanceof Statement)
                        && list.last().line() != match.node().line();
                if (isSpread) {
                    spread.add(((NodeList<?>) bound).last());
                }
            }
            if (spread.isEmpty()) {
                return false;
            }
            return plain(match).stream()
                    .flatMap(root -> root.findAll(Node.class).stream())
                    .filter(holder -> holder.original().parsed() != match.node().parsed())
                    .anyMatch(holder -> spread.stream().anyMatch(holder.children()::contains));
        }

        /**
         * Returns code with effects that would run more often than before, because the replacement repeats a metavariable;
         * null if there is none.
         *
         * @param match one without an {@link #obstacle}
         */
        public Node repeatedEffect(Match match) {
            return RepeatedEffects.first(rewrite.pattern.trees().get(0), replacement.tree(), match);
        }

        private String hiddenBuiltin(Match match, List<? extends Node> plain) {
            for (Node root : plain) {
                for (Name name : root.findAll(Name.class)) {
                    boolean isOfFile = name.original().parsed() == match.node().parsed();
                    if (!isOfFile && names.hidesBuiltin(name.sourceText(), match.node())) {
                        return name.sourceText() + " is not the builtin here";
                    }
                }
            }
            return null;
        }

        /** Returns the replacement with names as they are written. */
        private List<? extends Node> plain(Match match) {
            Object built = merged(match, replacement.buildPlain(match));
            return built instanceof NodeList<?> list ? list : List.of((Node) built);
        }

        /**
         * Returns what takes the place of a match, a {@link Node} or a {@link NodeList} of statements,
         * and plans the imports that it needs and those that are no longer needed.
         *
         * @param match one without an {@link #obstacle}
         */
        public Object replace(Match match) {
            match.imports().forEach(imports::removeIfUnused);
            Map<String, String> spellings = match.nodes().size() == 1 ? names.spellings(match) : Map.of();
            Object built = replacement.build(match, imports, rewrite.modules, spellings, name -> isKept(name, match));
            return merged(match, built);
        }

        private static Object merged(Match match, Object built) {
            boolean isSingle = match.nodes().size() == 1;
            if (built instanceof NodeList<?> list && (!isSingle || list.size() != 1)) {
                Reuse.requireKept(list, match.ignored());
                return list;
            }
            Node replacement = built instanceof NodeList<?> list ? list.first() : (Node) built;
            Node merged = Reuse.merge(match.node(), replacement, match.ignored());
            return isSingle ? merged : NodeList.of(merged);
        }

        /** Returns the nodes of the file that both the match and its replacement contain. */
        public List<Node> kept(Match match) {
            List<Node> kept = new ArrayList<>(match.ignored());
            for (Template.Hole hole : replacement.tree().template().holes()) {
                Object bound = match.bindings().get(hole.name());
                if (replacement.tree().isComposed(hole)) {
                    ComposedString.of((Expression) bound)
                            .values()
                            .forEach(value -> addOfFile(value.expression(), match, kept));
                } else if (bound instanceof Node node) {
                    addOfFile(node, match, kept);
                } else if (bound instanceof NodeList<?> list) {
                    list.forEach(node -> addOfFile(node, match, kept));
                }
            }
            return kept;
        }

        private static void addOfFile(Node node, Match match, List<Node> kept) {
            if (!node.isEdited() && node.parsed() == match.node().parsed()) {
                kept.add(node);
            }
        }

        private boolean isKept(String dotted, Match match) {
            String root = DottedName.root(dotted);
            if (RECEIVERS.contains(root)) {
                return true;
            }
            boolean isInPattern = rewrite.pattern.dottedRoots().contains(root);
            if (isInPattern && !names.isModule(root)) {
                return true;
            }
            boolean isOfModule = isInPattern || !match.imports().isEmpty();
            return !isOfModule && names.isVariable(root, match.node());
        }
    }
}
