package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import java.util.List;
import java.util.Set;

/** When the statements of a module run, compared with the calls of a class: whether one can come before an instance. */
final class ConstructionOrder {
    private final MetaclassFact metaclass;
    private final List<Call> calls;
    private final Semantics names;
    private final boolean isCalledElsewhere;
    private final List<Statement> statements;
    private final int own;

    /**
     * @param definition the class
     * @param calls its calls in the module
     * @param isCalledElsewhere whether other files call it, maybe while the module is imported
     */
    ConstructionOrder(
            ClassDef definition,
            MetaclassFact metaclass,
            List<Call> calls,
            Semantics names,
            boolean isCalledElsewhere) {
        this.metaclass = metaclass;
        this.calls = calls;
        this.names = names;
        this.isCalledElsewhere = isCalledElsewhere;
        this.statements = names.module().statements();
        this.own = indexOf(definition);
    }

    int indexOf(Node node) {
        for (int i = 0; i < statements.size(); i++) {
            if (ClassHazards.isInside(node, statements.get(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("not in the module: " + node);
    }

    /** Returns the statement after which an instance can be made at import, or null. */
    Statement positionAfter(Set<Statement> needed) {
        int index = own;
        for (Statement statement : needed) {
            if (!statements.contains(statement)) {
                return null;
            }
            index = Math.max(index, indexOf(statement));
        }
        for (int i = own; i <= index; i++) {
            if (hasCallAtImport(i)) {
                return null;
            }
        }
        boolean isSafe = isQuiet(own + 1, index + 1) || !isCalledInFunctionBefore(index + 1);
        return isSafe ? statements.get(index) : null;
    }

    /** Returns whether a statement runs a call when the module is imported, not in a function. */
    boolean hasCallAtImport(int index) {
        for (Call call : calls) {
            if (ClassHazards.isInside(call, statements.get(index)) && !isInFunction(call)) {
                return true;
            }
        }
        return false;
    }

    boolean isCalledInFunctionBefore(int end) {
        if (isCalledElsewhere) {
            return true;
        }
        for (Call call : calls) {
            if (indexOf(call) < end && isInFunction(call)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a node runs when a function is called, not when the function is defined. */
    private boolean isInFunction(Node node) {
        Path path = names.path(node);
        for (int distance = 1; path.ancestor(distance) != null; distance++) {
            Node parent = path.ancestor(distance);
            Node child = path.ancestor(distance - 1);
            if (parent instanceof FunctionDef function && child == function.body()
                    || parent instanceof Lambda lambda && child == lambda.body()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether statements only define: they call nothing, and import nothing that could call back. */
    boolean isQuiet(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isQuiet(statements.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isQuiet(Statement statement) {
        if (Text.isIdle(statement)) {
            return true;
        }
        if (statement instanceof FunctionDef function) {
            return function.decorators().isEmpty() && hasQuietDefaults(function);
        }
        if (statement instanceof ClassDef definition) {
            return definition.decorators().isEmpty()
                    && isQuietCreation(definition)
                    && definition.body().statements().stream().allMatch(this::isQuiet);
        }
        Expression value = statement instanceof Assign assign
                ? assign.value()
                : statement instanceof AnnAssign annotated ? annotated.value() : null;
        boolean isAssignment = statement instanceof Assign || statement instanceof AnnAssign;
        return isAssignment && (value == null || isQuiet(value));
    }

    /** Returns whether defining a class calls no code of the module: {@code __init_subclass__}, a metaclass. */
    private boolean isQuietCreation(ClassDef definition) {
        MetaclassUse use = MetaclassUse.of(definition, names);
        boolean isHooked = names.module().findAll(FunctionDef.class).stream()
                .anyMatch(function -> function.name().is("__init_subclass__"));
        return !isHooked && (use == null || definedName(use.metaclass()).equals(metaclass.name()));
    }

    private String definedName(Expression expression) {
        String name = DefinitionScanner.definedName(expression, names);
        return name == null ? "" : name;
    }

    private static boolean isQuiet(Expression value) {
        return value.findAll(Call.class).isEmpty()
                && value.findAll(Attribute.class).isEmpty()
                && value.findAll(Subscript.class).isEmpty();
    }

    private static boolean hasQuietDefaults(FunctionDef function) {
        for (ParameterItem item : function.parameters().items()) {
            if (item instanceof Parameter parameter
                    && parameter.defaultValue() != null
                    && !isQuiet(parameter.defaultValue())) {
                return false;
            }
        }
        return true;
    }
}
