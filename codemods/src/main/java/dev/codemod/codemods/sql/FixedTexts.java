package dev.codemod.codemods.sql;

import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Delete;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the texts that an expression can give where all of them are written in the file: a constant, a choice between
 * literals, the variable of a loop over them, an element of a dict of them. No one from outside can put SQL there.
 */
final class FixedTexts {
    private static final int MAXIMAL_DEPTH = 4;

    /** Text in which nothing is quoted, escaped or a placeholder. */
    private static final Pattern PLAIN = Pattern.compile("[\\w\\s,.*=<>]*");

    private final Semantics semantics;
    private final Constants constants;

    FixedTexts(Semantics semantics, Constants constants) {
        this.semantics = semantics;
        this.constants = constants;
    }

    /** Returns whether all texts of an expression are written out. */
    boolean isFixed(Expression expression) {
        return of(expression) != null;
    }

    /**
     * Returns whether an expression only gives texts that are written out, and none of them has anything to do with
     * values: no quotes, placeholders, percent signs, or a word at the end that changes what a literal after it means.
     */
    boolean isPlain(Expression expression) {
        List<String> texts = of(expression);
        return texts != null && texts.stream().allMatch(FixedTexts::isPlain);
    }

    private static boolean isPlain(String text) {
        String stripped = text.strip().toUpperCase(Locale.ROOT);
        String last = stripped.substring(Math.max(stripped.lastIndexOf(' '), stripped.lastIndexOf('.')) + 1);
        return PLAIN.matcher(text).matches()
                && !SqlWords.BEFORE_NAME.contains(last)
                && !SqlWords.LITERAL_TYPES.contains(last);
    }

    /** Returns the texts, or null if they are not known. */
    List<String> of(Expression expression) {
        List<String> texts = new ArrayList<>();
        return collect(expression, texts, 0) ? texts : null;
    }

    private boolean collect(Expression expression, List<String> texts, int depth) {
        String constant = constants.textOf(expression);
        if (constant != null) {
            texts.add(constant);
            return true;
        }
        if (depth >= MAXIMAL_DEPTH || expression.parsed() != semantics.module().parsed()) {
            return false;
        }
        if (expression instanceof IfExp choice) {
            return collect(choice.body(), texts, depth + 1) && collect(choice.orElse(), texts, depth + 1);
        }
        if (expression instanceof Subscript subscript) {
            return collectValues(subscript.value(), texts, depth);
        }
        if (expression instanceof Call call) {
            return call.func() instanceof Attribute method
                    && method.attr().is("get")
                    && call.arguments().size() == 2
                    && call.arguments().get(1) instanceof Expression other
                    && collect(other, texts, depth + 1)
                    && collectValues(method.value(), texts, depth);
        }
        return expression instanceof Name name && collectName(name, texts, depth);
    }

    private boolean collectName(Name name, List<String> texts, int depth) {
        Definition single = semantics.singleAssignment(name);
        if (single != null && single.site() instanceof For loop && loop.target() == single.name()) {
            return collectElements(loop.iter(), texts, depth);
        }
        Reaching reaching = semantics.reaching(name);
        List<Definition> definitions =
                single != null ? List.of(single) : reaching == null ? List.of() : reaching.definitions();
        for (Definition definition : definitions) {
            boolean isAssigned = definition.kind() == BindingKind.ASSIGNMENT
                    || definition.kind() == BindingKind.ANNOTATED_ASSIGNMENT;
            if (!isAssigned || definition.value() == null || !collect(definition.value(), texts, depth + 1)) {
                return false;
            }
        }
        return !definitions.isEmpty();
    }

    /** Collects the values of a dict that is written out and assigned once. */
    private boolean collectValues(Expression container, List<String> texts, int depth) {
        Definition definition = container instanceof Name name ? semantics.singleAssignment(name) : null;
        boolean isConstant = definition != null
                && definition.kind() == BindingKind.ASSIGNMENT
                && definition.value() instanceof DictDisplay
                && isOnlyRead((Name) container);
        if (!isConstant) {
            return false;
        }
        for (DictItem item : ((DictDisplay) definition.value()).items()) {
            if (!(item instanceof KeyValue pair) || !collect(pair.value(), texts, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether every use of a name in the file reads an element of what it names. */
    private boolean isOnlyRead(Name name) {
        return semantics.bindingOf(name).references().stream().allMatch(this::isRead);
    }

    private boolean isRead(Name use) {
        Node parent = semantics.path(use).parent();
        if (parent instanceof Subscript subscript && subscript.value() == use) {
            Node around = semantics.path(subscript).parent();
            boolean isTarget =
                    around instanceof Assign assign && assign.value() != subscript || around instanceof Delete;
            return !isTarget && !(around instanceof AugAssign);
        }
        return parent instanceof Compare
                || parent instanceof Attribute method
                        && (method.attr().is("get")
                                || method.attr().is("keys")
                                || method.attr().is("values"));
    }

    private boolean collectElements(Expression iterated, List<String> texts, int depth) {
        NodeList<Expression> elements = iterated instanceof Tuple tuple
                ? tuple.elements()
                : iterated instanceof ListDisplay list ? list.elements() : null;
        if (elements == null || elements.isEmpty()) {
            return false;
        }
        for (Expression element : elements) {
            if (!collect(element, texts, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
