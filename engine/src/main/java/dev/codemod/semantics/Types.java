package dev.codemod.semantics;

import static java.util.Objects.requireNonNull;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Await;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Slice;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Light types: the class of a value as far as the file and a table of library facts prove it.
 *
 * <p>Evidence is literals, annotations, constructors, {@code with ... as}, attributes assigned through {@code self},
 * and what functions of the file return. Answers are those of {@link Resolution}: KNOWN with one class, or several for
 * alternatives, else UNKNOWN; never NOT. None as one of several alternatives is left out, as a value that is used has to
 * be one of the others. Builtins are called {@code builtins.str}, also for Python 2; classes of the file
 * {@code module.Class}.
 */
public final class Types {
    /** Definitions that depend on more others than this are given up. */
    private static final int DEEPEST = 40;

    private static final Set<String> COUNTERS = Set.of("builtins.range", "builtins.xrange");

    private final Semantics semantics;
    private final TypeTable table;
    private final Literals literals;
    private final Annotations annotations;
    private final Operators operators;
    private final Map<Node, Resolution> known = new IdentityHashMap<>();
    private final Set<Node> open = new HashSet<>();
    private Members members;

    private Types(Semantics semantics, TypeTable table) {
        this.semantics = semantics;
        this.table = table;
        literals = new Literals(semantics);
        annotations = new Annotations(semantics);
        operators = new Operators(this, semantics.module().parsed().level());
    }

    /** Many files are never asked about calls and attributes, and need not look for their own definitions. */
    private Members members() {
        if (members == null) {
            members = Members.of(semantics, this, table);
        }
        return members;
    }

    /** Returns the types of a file under a table. */
    public static Types of(Semantics semantics, TypeTable table) {
        return new Types(requireNonNull(semantics, "semantics is null"), requireNonNull(table, "table is null"));
    }

    static String normalised(String name) {
        return name.startsWith("__builtin__.") ? "builtins." + name.substring(12) : name;
    }

    TypeTable table() {
        return table;
    }

    /** Returns the class of an expression's value. */
    public Resolution typeOf(Expression expression) {
        Expression original = (Expression) expression.original();
        Resolution type = known.get(original);
        if (type != null) {
            return type;
        }
        if (open.size() > DEEPEST || !open.add(original)) {
            return Resolution.unknown(original, "the value depends on itself or on too much");
        }
        type = compute(original);
        open.remove(original);
        if (type.state() == Resolution.State.NOT) {
            type = unknown(original);
        }
        // Also if it was cut short inside: "unknown" is never wrong, and computing it again could take for ever.
        known.put(original, type);
        return type;
    }

    /**
     * Returns whether an expression's value is an instance of a class, directly or by the base classes that the file and
     * the table know.
     */
    public Truth isInstance(Expression expression, String type) {
        Resolution found = typeOf(expression);
        if (!found.isKnown()) {
            return Truth.UNKNOWN;
        }
        Truth all = null;
        for (String name : found.names()) {
            Truth one = members().ancestry().isSubtype(name, type);
            all = all == null || all == one ? one : Truth.UNKNOWN;
        }
        return all;
    }

    /** Returns a class and everything that it is known to be derived from, by the file and the table, nearest first. */
    public List<String> withBases(String type) {
        return List.copyOf(members().ancestry().withBases(type));
    }

    private static Resolution unknown(Expression expression) {
        return Resolution.unknown(expression, "nothing says what type the value has");
    }

    private Resolution compute(Expression expression) {
        String literal = literals.typeOf(expression);
        if (literal != null) {
            return Resolution.known(literal, expression, "a literal");
        }
        if (expression instanceof Name name) {
            return typeOfName(name);
        }
        if (expression instanceof Attribute attribute) {
            Resolution value = typeOfNamedObject(attribute);
            return value != null ? value : members().calls().attributes().typeOfAttribute(attribute);
        }
        if (expression instanceof Call call) {
            return members().calls().typeOfCall(call, false);
        }
        if (expression instanceof Await await) {
            return await.value() instanceof Call call ? members().calls().typeOfCall(call, true) : unknown(expression);
        }
        if (expression instanceof IfExp choice) {
            return join(List.of(choice.body(), choice.orElse()));
        }
        if (expression instanceof BoolOp choice) {
            return join(choice.values());
        }
        if (expression instanceof NamedExpr named) {
            return typeOf(named.value());
        }
        return computeOperation(expression);
    }

    private Resolution computeOperation(Expression expression) {
        if (expression instanceof BinOp operation) {
            return operators.typeOf(operation);
        }
        if (expression instanceof Compare comparison) {
            return operators.typeOf(comparison);
        }
        if (expression instanceof UnaryOp operation) {
            return operation.op() == UnaryOperator.NOT
                    ? Resolution.known("builtins.bool", expression, "the result of not")
                    : operators.typeOfSigned(operation);
        }
        return expression instanceof Subscript subscript ? typeOfItem(subscript) : unknown(expression);
    }

    private Resolution typeOfItem(Subscript subscript) {
        Resolution indexed = typeOf(subscript.value());
        if (subscript.slice() instanceof Slice) {
            return "builtins.str".equals(indexed.name()) ? indexed : unknown(subscript);
        }
        String name = indexed.isKnown() ? indexed.name() : semantics.qualifiedName(subscript.value());
        String type = name == null ? null : table.item(normalised(name));
        return type == null
                ? unknown(subscript)
                : Resolution.known(type, subscript, "an index of " + name + " gives " + type);
    }

    /** Returns the joined types of alternatives, None left out unless it is the only one. */
    Resolution join(List<? extends Expression> alternatives) {
        List<Resolution> types = new ArrayList<>();
        for (Expression alternative : alternatives) {
            types.add(typeOf(alternative));
        }
        return joinTypes(types);
    }

    /** Returns the joined types of alternatives, at least one; None is left out unless it is the only one. */
    static Resolution joinTypes(List<Resolution> types) {
        Resolution joined = null;
        for (Resolution type : types) {
            boolean none = "builtins.NoneType".equals(type.name());
            if (joined == null || "builtins.NoneType".equals(joined.name())) {
                joined = none && joined != null ? joined : type;
            } else if (!none) {
                joined = joined.or(type);
            }
        }
        return joined;
    }

    // ---------------------------------------------------------------- names

    /** Returns the type that the table gives to what an expression denotes, or null. */
    private Resolution typeOfNamedObject(Expression expression) {
        Resolution denoted = semantics.resolve(expression);
        if (!denoted.isKnown()) {
            return null;
        }
        List<Resolution> types = new ArrayList<>();
        for (String name : denoted.names()) {
            String type = table.value(normalised(name));
            if (type == null) {
                return null;
            }
            types.add(new Resolution(Resolution.State.KNOWN, List.of(type), denoted.evidence()));
        }
        return joinTypes(types);
    }

    private Resolution typeOfName(Name name) {
        Resolution object = typeOfNamedObject(name);
        if (object != null) {
            return object;
        }
        Reaching reaching = semantics.reaching(name);
        if (reaching == null || reaching.definitions().isEmpty()) {
            return unknown(name);
        }
        List<Resolution> types = new ArrayList<>();
        for (Definition definition : reaching.definitions()) {
            types.add(typeOf(definition));
        }
        return joinTypes(types);
    }

    /**
     * Returns the class of what a call of a function of the file gives, or of what awaiting it gives if it is async;
     * for a context manager made from a generator of what {@code with} binds.
     */
    public Resolution typeOfReturned(FunctionDef function) {
        return members().calls().typeOfReturned((FunctionDef) function.original());
    }

    /** Returns the class of what the file assigns to an attribute, which is a target of an assignment or {@code with}. */
    public Resolution typeOfTarget(Attribute target) {
        Resolution type = members().calls().attributes().typeOfAssigned((Attribute) target.original());
        return type != null ? type : unknown(target);
    }

    /** Returns the class of the value that a definition gives. */
    public Resolution typeOf(Definition definition) {
        Node site = definition.site();
        String name = definition.name().sourceText();
        switch (definition.kind()) {
            case ASSIGNMENT:
            case ANNOTATED_ASSIGNMENT:
            case NAMED_EXPRESSION:
                return because(typeOfAssigned(definition), definition, name + " is assigned here");
            case AUGMENTED_ASSIGNMENT:
                return operators.typeOfAugmented((AugAssign) site);
            case PARAMETER:
                return because(typeOfParameter(definition), definition, name + " is a parameter");
            case WITH:
                WithItem item = (WithItem) site;
                return item.target() == definition.name()
                        ? because(
                                members().calls().typeOfEntered(item.context()), definition, name + " is bound by with")
                        : Resolution.unknown(item, name + " is a part of what with binds");
            case FOR:
                return typeOfElement(definition, ((For) site).target(), ((For) site).iter());
            case COMPREHENSION:
                return typeOfElement(definition, ((Comprehension) site).target(), ((Comprehension) site).iter());
            case EXCEPT:
                Expression type = ((ExceptHandler) site).type();
                return type == null ? unknownValue(definition) : annotations.typeOf(type);
            default:
                return unknownValue(definition);
        }
    }

    private static Resolution because(Resolution type, Definition definition, String sentence) {
        return type.isKnown() ? type.because(definition.name(), sentence) : type;
    }

    private static Resolution unknownValue(Definition definition) {
        return Resolution.unknown(
                definition.name(), "nothing says what type " + definition.name().sourceText() + " has");
    }

    private Resolution typeOfAssigned(Definition definition) {
        Expression value = definition.value();
        Resolution type = value == null ? unknownValue(definition) : typeOf(value);
        if (type.isKnown()) {
            return type;
        }
        if (definition.site() instanceof AnnAssign annotated) {
            return annotations.typeOf(annotated.annotation());
        }
        Binding binding = semantics.bindingOf(definition.name());
        for (Definition other : binding.definitions()) {
            if (other.kind() == BindingKind.DECLARATION && other.site() instanceof AnnAssign declaration) {
                return annotations.typeOf(declaration.annotation());
            }
        }
        return type;
    }

    private Resolution typeOfParameter(Definition definition) {
        Parameter parameter = (Parameter) definition.site();
        if (parameter.isStar() || parameter.isDoubleStar()) {
            return Resolution.known(
                    parameter.isStar() ? "builtins.tuple" : "builtins.dict", parameter, "collects arguments");
        }
        if (parameter.annotation() != null) {
            return annotations.typeOf(parameter.annotation());
        }
        Resolution self = members().receivers().typeOfSelf(definition);
        return self != null ? self : unknownValue(definition);
    }

    private Resolution typeOfElement(Definition definition, Expression target, Expression iterated) {
        if (target == definition.name() && iterated instanceof Call call) {
            String callee = semantics.qualifiedName(call.func());
            if (callee != null && COUNTERS.contains(normalised(callee))) {
                return Resolution.known("builtins.int", definition.name(), "counts in a range");
            }
        }
        return unknownValue(definition);
    }

    /** Returns the class that an annotation names. */
    Resolution typeOfAnnotation(Expression annotation) {
        return annotations.typeOf(annotation);
    }
}
