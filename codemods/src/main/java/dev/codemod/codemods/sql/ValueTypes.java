package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.ValueType.Kind;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;
import dev.codemod.tree.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of a value what matters to a query of its type, by the light types of the engine. */
final class ValueTypes {
    private static final Map<String, Kind> BUILTINS = Map.ofEntries(
            Map.entry("int", Kind.INTEGER),
            Map.entry("long", Kind.INTEGER),
            Map.entry("float", Kind.FLOAT),
            Map.entry("bool", Kind.BOOLEAN),
            Map.entry("str", Kind.TEXT),
            Map.entry("unicode", Kind.TEXT),
            Map.entry("list", Kind.SEQUENCE),
            Map.entry("tuple", Kind.SEQUENCE),
            Map.entry("set", Kind.SEQUENCE),
            Map.entry("frozenset", Kind.SEQUENCE),
            Map.entry("complex", Kind.OTHER),
            Map.entry("NoneType", Kind.NONE));

    /** Methods that give text whatever they are called on, as far as their names go. */
    private static final Set<String> TEXT_METHODS = Set.of("strip", "lower", "upper", "isoformat", "strftime");

    private static final Set<String> SEQUENCES =
            Set.of("typing.Sequence", "typing.Iterable", "collections.abc.Sequence", "collections.abc.Iterable");

    private final Semantics semantics;
    private final Types types;
    private final Functions functions;
    private final NoneValues nones;

    ValueTypes(Semantics semantics, Types types, Functions functions) {
        this.semantics = semantics;
        this.types = types;
        this.functions = functions;
        this.nones = new NoneValues(semantics, functions);
    }

    /** Returns what is known of the value of an expression of the file. */
    ValueType of(Expression expression) {
        if (expression.parsed() != semantics.module().parsed()) {
            return ValueType.UNKNOWN;
        }
        Kind kind = kind(expression);
        return new ValueType(kind, kind == Kind.NONE || nones.canBeNone(expression));
    }

    private Kind kind(Expression expression) {
        if (expression instanceof Attribute attribute && isEnumMember(attribute)) {
            return Kind.OTHER;
        }
        Resolution type = types.typeOf(expression);
        if (type.isKnown()) {
            return kind(type);
        }
        if (expression instanceof Attribute attribute) {
            return ofClass(attribute);
        }
        if (expression instanceof Call call) {
            return ofCall(call);
        }
        return isNoText(expression) ? Kind.OTHER : Kind.UNKNOWN;
    }

    /** Returns whether an expression never gives text: a comparison, or a calculation that text does not know. */
    private static boolean isNoText(Expression expression) {
        if (expression instanceof BinOp operation) {
            Operator operator = operation.op();
            return operator != Operator.ADD && operator != Operator.MULT && operator != Operator.MOD;
        }
        return expression instanceof Compare || expression instanceof UnaryOp;
    }

    private Kind kind(Resolution type) {
        List<ValueType> kinds = new ArrayList<>();
        for (String name : type.names()) {
            kinds.add(ValueType.of(kind(name)));
        }
        return ValueType.joined(kinds).kind();
    }

    private Kind kind(String type) {
        if (type.startsWith("builtins.")) {
            return BUILTINS.getOrDefault(type.substring("builtins.".length()), Kind.UNKNOWN);
        }
        if (SEQUENCES.contains(type)) {
            return Kind.SEQUENCE;
        }
        if (types.withBases(type).contains("builtins.str")) {
            return Kind.TEXT;
        }
        // An object of any other class is text only by its str().
        boolean isClass = !type.startsWith("typing.")
                && !type.startsWith("typing_extensions.")
                && !type.startsWith("collections.")
                && (Character.isUpperCase(type.charAt(type.lastIndexOf('.') + 1)) || type.startsWith("datetime."));
        return isClass ? Kind.OTHER : Kind.UNKNOWN;
    }

    /** Returns the kind of an attribute of a class of the file, read from the class itself. */
    private Kind ofClass(Attribute attribute) {
        Definition definition = attribute.value() instanceof Name name ? semantics.singleAssignment(name) : null;
        Binding member = definition != null && definition.site() instanceof ClassDef owner
                ? functions.member(owner, attribute.attr().sourceText())
                : null;
        if (member == null || member.definitions().isEmpty()) {
            return Kind.UNKNOWN;
        }
        List<ValueType> kinds = new ArrayList<>();
        for (Definition each : member.definitions()) {
            Resolution type = types.typeOf(each);
            kinds.add(ValueType.of(type.isKnown() ? kind(type) : Kind.UNKNOWN));
        }
        return ValueType.joined(kinds).kind();
    }

    /** Returns whether an attribute is read from a class whose attributes are wrapped. */
    private boolean isEnumMember(Attribute attribute) {
        Definition definition = attribute.value() instanceof Name name ? semantics.singleAssignment(name) : null;
        return definition != null
                && definition.site() instanceof ClassDef owner
                && owner.arguments() != null
                && owner.arguments().sourceText().contains("Enum");
    }

    private Kind ofCall(Call call) {
        if (functions.isBuiltin(call.func(), "round")) {
            return call.arguments().size() == 1 ? Kind.INTEGER : Kind.FLOAT;
        }
        boolean isText = call.func() instanceof Attribute method
                && TEXT_METHODS.contains(method.attr().sourceText());
        return isText ? Kind.TEXT : Kind.UNKNOWN;
    }
}
