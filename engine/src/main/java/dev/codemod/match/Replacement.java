package dev.codemod.match;

import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Snippet;
import dev.codemod.rewrite.Template;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What takes the place of a match, at one language level. */
final class Replacement {
    private static final String IMPORT_HOLE = "dotted__";

    private final PatternTree tree;
    private final Snippet<?> snippet;

    /** The dotted names of the text by the hole that stands for them in the snippet. */
    private final Map<String, String> dotted = new LinkedHashMap<>();

    /** What stands before a metavariable for a member of it. */
    private final Set<Expression> objects = new HashSet<>();

    /** The holes among them that stand for modules, the a.b of {@code a.b.$NAME}. */
    private final Set<String> modules = new HashSet<>();

    /** The holes among them whose names are imported by {@code from}. */
    private final Set<String> fromImports = new HashSet<>();

    /** Names of the text that are members of modules, to be imported by {@code from}: {@code Path}, {@code pathlib.Path}. */
    private final Map<String, String> members;

    private Replacement(PatternTree tree, LanguageLevel level, Map<String, String> members) {
        this.tree = tree;
        this.members = members;
        PatternChecks.check("replacement", tree);
        String template = withHoles();
        snippet = switch (tree.form()) {
            case EXPRESSION -> Snippet.expression(template, level);
            case STATEMENTS -> Snippet.statements(template, level);
            case DECORATOR -> Snippet.decorator(template);
            case EXCEPT -> Snippet.handler(template, level);
            case CASE -> Snippet.matchCase(template);
            case WITH_ITEM -> Snippet.withItem(template, level);
            case ARGUMENT -> Snippet.argument(template, level);
        };
    }

    /**
     * Parses a replacement; see {@link Rewrite} for what it may be.
     *
     * @param form what the pattern is
     * @param members names of the text that are members of modules, by name
     */
    static Replacement of(String text, LanguageLevel level, PatternForm form, Map<String, String> members) {
        PatternTree tree = PatternTree.parse("replacement", text, level, form);
        if (!tree.text().comments().isEmpty()) {
            throw new MalformedPatternException("the replacement cannot hold #$"
                    + tree.text().comments().iterator().next()
                    + ": comments stay where they are without being named");
        }
        return new Replacement(tree, level, members);
    }

    PatternTree tree() {
        return tree;
    }

    /** Returns the dotted names that do not begin with a metavariable. */
    Collection<String> dottedNames() {
        return dotted.values();
    }

    /** Returns the text with holes for dotted names, whose form depends on the file, and for {@code "$S"}. */
    private String withHoles() {
        byte[] bytes = Source.of(tree.plain()).bytes();
        List<Expression> names = new ArrayList<>();
        tree.roots().forEach(root -> collectDotted(root, names));
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (Expression name : names) {
            String hole = IMPORT_HOLE + dotted.size();
            int start = tree.plainOffset(name.startOffset());
            result.append(text(bytes, copied, start)).append('$').append(hole);
            boolean isMember = members.containsKey(name.sourceText());
            dotted.put(hole, isMember ? members.get(name.sourceText()) : DottedName.of(name));
            if (isMember) {
                fromImports.add(hole);
            } else if (objects.contains(name)) {
                modules.add(hole);
            }
            copied = tree.plainOffset(name.endOffset());
        }
        result.append(text(bytes, copied, bytes.length));
        String template = result.toString();
        for (Template.Hole hole : tree.template().holes()) {
            if (hole.isString()) {
                template = template.replace('"' + "$" + hole.name() + '"', "$" + hole.name());
                template = template.replace("'$" + hole.name() + "'", "$" + hole.name());
            }
        }
        return template;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private void collectDotted(Node node, List<Expression> names) {
        if (node instanceof Pattern) {
            return;
        }
        if (node instanceof Name name && members.containsKey(name.sourceText())) {
            names.add(name);
            return;
        }
        if (tree.objectOf(node) != null) {
            objects.add(tree.objectOf(node));
            names.add(tree.objectOf(node));
            return;
        }
        boolean isDotted = node instanceof Attribute attribute
                && tree.dottedOf(node) != null
                && !members.containsKey(DottedName.rootOf(attribute).sourceText());
        if (isDotted) {
            names.add((Attribute) node);
            return;
        }
        node.children().forEach(child -> collectDotted(child, names));
    }

    /** Returns the replacement with names as they are written: whether what was bound fits at all. */
    Object buildPlain(Match match) {
        return build(match, new LinkedHashMap<>());
    }

    /**
     * Returns the node or list of nodes that takes the place of a match.
     *
     * @param spellings how the file writes modules and members where the replacement stands, by qualified name
     * @param isKept returns whether a dotted name stays as it is written, because it is one of a variable
     * @throws IllegalArgumentException if what was bound cannot stand where the replacement has it
     */
    Object build(
            Match match, Imports imports, ModuleSplit split, Map<String, String> spellings, Predicate<String> isKept) {
        Map<String, Expression> names = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : dotted.entrySet()) {
            String name = entry.getValue();
            if (fromImports.contains(entry.getKey())) {
                int dot = name.lastIndexOf('.');
                Expression imported = imports.ensureFrom(name.substring(0, dot), name.substring(dot + 1), match.node());
                names.put(entry.getKey(), imported);
            } else if (modules.contains(entry.getKey()) && !isKept.test(name)) {
                String known = spellings.get(name);
                Expression module =
                        known != null ? Snippet.expression(known).build() : imports.ensureModule(name, match.node());
                names.put(entry.getKey(), module);
            } else if (!isKept.test(name)) {
                String module = split.moduleOf(name);
                String known = known(name, module, spellings);
                Expression expression = known != null
                        ? Snippet.expression(known).build()
                        : imports.ensureInStyle(module, name.substring(module.length() + 1), match.node());
                names.put(entry.getKey(), expression);
            }
        }
        return build(match, names);
    }

    /** Returns a dotted name as the match writes its module or more of it, or null if it does not. */
    private static String known(String name, String module, Map<String, String> spellings) {
        for (int end = name.length(); end >= module.length(); end = name.lastIndexOf('.', end - 1)) {
            String spelling = spellings.get(name.substring(0, end));
            if (spelling != null) {
                return spelling + name.substring(end);
            }
        }
        return null;
    }

    private Object build(Match match, Map<String, Expression> names) {
        Snippet<?> filled = snippet;
        for (Map.Entry<String, String> entry : dotted.entrySet()) {
            Expression name = names.get(entry.getKey());
            filled = name == null ? filled.bind(entry.getKey(), entry.getValue()) : filled.bind(entry.getKey(), name);
        }
        for (Template.Hole hole : tree.template().holes()) {
            Object bound = match.bindings().get(hole.name());
            if (bound instanceof NodeList<?> list) {
                filled = filled.bind(hole.name(), list);
            } else {
                filled = filled.bind(hole.name(), tree.isComposed(hole) ? composed(bound) : (Node) bound);
            }
        }
        return filled.build();
    }

    private static Node composed(Object bound) {
        Expression expression = (Expression) bound;
        return ComposedString.of(expression).toFString(expression.parsed().level());
    }
}
