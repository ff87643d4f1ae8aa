package dev.codemod.project;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.AugOperator;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Path;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Reads {@code __all__}: literals, {@code +=}, {@code extend}, {@code append} and {@code remove}; what is computed is unknown. */
final class ExportReader {
    private final Semantics semantics;
    private final List<StringConstant> elements = new ArrayList<>();
    private boolean isKnown = true;

    ExportReader(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns what the file exports. */
    ModuleFacts.Exports read() {
        Binding binding = semantics.scope().binding("__all__");
        if (binding == null || binding.definitions().isEmpty()) {
            return ModuleFacts.Exports.NONE;
        }
        for (Definition definition : binding.definitions()) {
            readDefinition(definition);
        }
        for (Name reference : binding.references()) {
            if (binding.definitionAt(reference) == null) {
                readReference(reference);
            }
        }
        TreeSet<String> names = new TreeSet<>();
        elements.forEach(element -> names.add(RecentStrings.canonical(Strings.content(element))));
        return new ModuleFacts.Exports(true, isKnown ? List.copyOf(names) : null);
    }

    /** Returns the elements that are written as strings, also if there are others. */
    List<StringConstant> elements() {
        return Collections.unmodifiableList(elements);
    }

    private void readDefinition(Definition definition) {
        if (definition.scope() != semantics.scope()) {
            isKnown = false;
        } else if (definition.site() instanceof AugAssign added) {
            isKnown &= added.op() == AugOperator.ADD;
            addElements(added.value());
        } else if (definition.value() != null) {
            addElements(definition.value());
        } else {
            isKnown = false;
        }
    }

    private void readReference(Name reference) {
        Path path = semantics.path(reference);
        if (path.length() > 3
                && path.ancestor(1) instanceof Attribute method
                && path.ancestor(2) instanceof Call call
                && path.ancestor(3) instanceof ExpressionStatement
                && call.func() == method
                && call.arguments().size() == 1
                && call.arguments().first() instanceof Expression argument) {
            readCall(method.attr().sourceText(), argument);
        } else if (!isHarmless(path.parent(), reference)) {
            isKnown = false;
        }
        isKnown &= semantics.scopeOf(reference).kind() == ScopeKind.MODULE;
    }

    private void readCall(String method, Expression argument) {
        if (method.equals("extend")) {
            addElements(argument);
        } else if (method.equals("append")) {
            addElement(argument);
        } else if (!method.equals("sort") && !method.equals("reverse")) {
            isKnown = false;
        }
    }

    /** {@code [x for x in __all__]} and the like only read; as an argument the list may change. */
    private static boolean isHarmless(Node parent, Name reference) {
        return parent instanceof BinOp || parent instanceof Assign assign && assign.value() != reference;
    }

    private void addElements(Expression value) {
        NodeList<Expression> list = value instanceof ListDisplay display
                ? display.elements()
                : value instanceof Tuple tuple ? tuple.elements() : null;
        if (list != null) {
            list.forEach(this::addElement);
        } else if (value instanceof BinOp sum && sum.op() == Operator.ADD) {
            addElements(sum.left());
            addElements(sum.right());
        } else {
            isKnown = false;
        }
    }

    private void addElement(Expression element) {
        if (element instanceof StringConstant string) {
            elements.add(string);
        } else {
            isKnown = false;
        }
    }
}
