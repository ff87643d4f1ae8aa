package dev.codemod.match;

import static java.util.Objects.requireNonNull;

import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Template;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import java.util.ArrayList;
import java.util.Collection;
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

    private Rewrite(
            Pattern pattern,
            String text,
            Replacement modern,
            Replacement python2,
            Collection<String> modules,
            Collection<String> moduleRoots) {
        this.pattern = pattern;
        this.text = text;
        this.modern = modern;
        this.python2 = python2;
        this.modules = new ModuleSplit(modules);
        this.moduleRoots = new LinkedHashSet<>(pattern.dottedRoots());
        this.moduleRoots.removeAll(RECEIVERS);
        Replacement any = modern != null ? modern : python2;
        for (String name : any.dottedNames()) {
            this.moduleRoots.remove(DottedName.root(name));
        }
        this.moduleRoots.addAll(moduleRoots);
    }

    /**
     * Reads a replacement.
     *
     * @throws MalformedPatternException if it is no Python, uses what the pattern does not bind, or matches the pattern
     *     again, so that the rewrite would never end
     */
    public static Rewrite of(Pattern pattern, String replacement) {
        return of(pattern, replacement, List.of(), List.of());
    }

    /**
     * Reads a replacement.
     *
     * @param modules dotted names that are modules, {@code collections.abc} for example, besides those that are known
     * @param moduleRoots first parts of dotted names of the pattern that are modules in every file
     * @throws MalformedPatternException if it is no Python, uses what the pattern does not bind, or matches the pattern
     *     again, so that the rewrite would never end
     */
    public static Rewrite of(
            Pattern pattern, String replacement, Collection<String> modules, Collection<String> moduleRoots) {
        requireNonNull(pattern, "pattern is null");
        String stripped = replacement.strip();
        Replacement modern = null;
        Replacement python2 = null;
        MalformedPatternException failure = null;
        boolean isExpression = isExpression(pattern, stripped);
        for (LanguageLevel level : List.of(LanguageLevel.LATEST, LanguageLevel.PY27)) {
            try {
                Replacement read = Replacement.of(stripped, level, isExpression);
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
        Rewrite rewrite = new Rewrite(pattern, replacement, modern, python2, modules, moduleRoots);
        rewrite.checkMetavariables(modern != null ? modern : python2);
        rewrite.checkLoop(modern != null ? modern : python2);
        return rewrite;
    }

    /** A replacement that is no expression makes the pattern one of statements. */
    private static boolean isExpression(Pattern pattern, String replacement) {
        if (!pattern.isExpression() || replacement.isEmpty()) {
            return false;
        }
        for (LanguageLevel level : List.of(LanguageLevel.LATEST, LanguageLevel.PY27)) {
            try {
                return PatternTree.parse("replacement", replacement, level).expression() != null;
            } catch (MalformedPatternException e) {
                // The other level decides; if it is none of the two, the expression is what the error is about.
                continue;
            }
        }
        return true;
    }

    private void checkMetavariables(Replacement replacement) {
        Map<String, Boolean> bound = pattern.metavariables();
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
        }
    }

    private void checkLoop(Replacement replacement) {
        for (Node root : replacement.tree().roots()) {
            for (Node node : root.findAll(Node.class)) {
                if (pattern.match(node, null, isStatement(replacement)) != null) {
                    throw new MalformedPatternException(
                            "the replacement matches the pattern again, so the rewrite would never end");
                }
            }
        }
    }

    private boolean isStatement(Replacement replacement) {
        return pattern.isExpression() && replacement.tree().expression() == null;
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns the replacement as it was given. */
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

        /** Returns the match of a node, or null. */
        public Match match(Node node) {
            return replacement == null ? null : rewrite.pattern.match(node, names, rewrite.isStatement(replacement));
        }

        /** Returns why a match cannot be replaced, or null if it can. */
        public String obstacle(Match match) {
            try {
                replacement.buildPlain(match);
                return null;
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }

        /**
         * Returns what takes the place of a match, a {@link Node} or a {@link NodeList} of statements,
         * and plans the imports that it needs and those that are no longer needed.
         *
         * @param match one without an {@link #obstacle}
         */
        public Object replace(Match match) {
            match.imports().forEach(imports::removeIfUnused);
            Object built = replacement.build(match, imports, rewrite.modules, name -> isKept(name, match));
            if (built instanceof NodeList<?> list) {
                return list.size() == 1 ? Reuse.merge(match.node(), list.first()) : list;
            }
            return Reuse.merge(match.node(), (Node) built);
        }

        /** Returns the nodes that both the match and its replacement contain. */
        public List<Node> kept(Match match) {
            List<Node> kept = new ArrayList<>();
            for (Template.Hole hole : replacement.tree().template().holes()) {
                Object bound = match.bindings().get(hole.name());
                if (bound instanceof Node node) {
                    kept.add(node);
                } else {
                    kept.addAll((NodeList<?>) bound);
                }
            }
            return kept;
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
