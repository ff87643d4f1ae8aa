package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;
import java.util.HashSet;
import java.util.Set;

/** Says of values whether the file itself makes them None at times, which its light types leave out. */
final class NoneValues {
    private final Semantics semantics;
    private final Functions functions;
    private final Set<Node> open = new HashSet<>();

    NoneValues(Semantics semantics, Functions functions) {
        this.semantics = semantics;
        this.functions = functions;
    }

    /** Returns whether a value is known to be None at times. */
    boolean canBeNone(Expression expression) {
        if (!open.add(expression)) {
            return false;
        }
        try {
            return follow(expression);
        } finally {
            open.remove(expression);
        }
    }

    private boolean follow(Expression expression) {
        if (expression instanceof IfExp choice) {
            return canBeNone(choice.body()) || canBeNone(choice.orElse());
        }
        if (expression instanceof BoolOp choice) {
            return choice.op() == BoolOperator.OR
                    ? canBeNone(choice.values().last())
                    : choice.values().stream().anyMatch(this::canBeNone);
        }
        if (expression instanceof Attribute attribute) {
            return attribute(attribute);
        }
        if (Functions.isNone(expression)) {
            return true;
        }
        Reaching reaching = expression instanceof Name name ? semantics.reaching(name) : null;
        return reaching != null && reaching.definitions().stream().anyMatch(this::definition);
    }

    private boolean definition(Definition definition) {
        if (definition.site() instanceof Parameter parameter) {
            boolean isPlain = !parameter.isStar() && !parameter.isDoubleStar();
            return parameter.defaultValue() != null && Functions.isNone(parameter.defaultValue())
                    || isPlain && parameter.annotation() != null && isOptional(parameter.annotation());
        }
        if (definition.value() != null && canBeNone(definition.value())) {
            return true;
        }
        return definition.site() instanceof AnnAssign assign && isOptional(assign.annotation());
    }

    private boolean isOptional(Expression annotation) {
        if (annotation instanceof BinOp union && union.op() == Operator.BIT_OR) {
            return isOptional(union.left()) || isOptional(union.right());
        }
        if (annotation instanceof Subscript subscript) {
            return "typing.Optional".equals(semantics.qualifiedName(subscript.value()));
        }
        if (annotation instanceof StringConstant quoted) {
            return quoted.sourceText().matches("(?s).*(\\bOptional\\[|\\|\\s*None\\b|\\bNone\\s*\\|).*");
        }
        return Functions.isNone(annotation);
    }

    private boolean attribute(Attribute attribute) {
        ClassDef owner = functions.classOfSelf(attribute.value());
        if (owner == null) {
            return false;
        }
        Binding member = functions.member(owner, attribute.attr().sourceText());
        if (member != null && member.definitions().stream().anyMatch(this::definition)) {
            return true;
        }
        for (Attribute target : semantics.attributeTargets()) {
            if (target.attr().is(attribute.attr().sourceText()) && isNoneAssigned(target)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNoneAssigned(Attribute target) {
        Node parent = semantics.path(target).parent();
        if (parent instanceof Assign assign && assign.targets().indexOfNode(target) >= 0) {
            return canBeNone(assign.value());
        }
        return parent instanceof AnnAssign assign
                && (isOptional(assign.annotation()) || assign.value() != null && canBeNone(assign.value()));
    }
}
