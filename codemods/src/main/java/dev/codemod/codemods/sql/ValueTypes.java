package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.ValueType.Kind;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.Node;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the type of a value from literals, annotations, calls of builtins and what is assigned to a name. */
final class ValueTypes {
    private static final Map<String, Kind> CALLS = Map.ofEntries(
            Map.entry("int", Kind.INTEGER),
            Map.entry("long", Kind.INTEGER),
            Map.entry("len", Kind.INTEGER),
            Map.entry("ord", Kind.INTEGER),
            Map.entry("hash", Kind.INTEGER),
            Map.entry("id", Kind.INTEGER),
            Map.entry("float", Kind.FLOAT),
            Map.entry("bool", Kind.BOOLEAN),
            Map.entry("isinstance", Kind.BOOLEAN),
            Map.entry("str", Kind.TEXT),
            Map.entry("unicode", Kind.TEXT),
            Map.entry("repr", Kind.TEXT),
            Map.entry("chr", Kind.TEXT),
            Map.entry("hex", Kind.TEXT),
            Map.entry("list", Kind.SEQUENCE),
            Map.entry("tuple", Kind.SEQUENCE),
            Map.entry("set", Kind.SEQUENCE),
            Map.entry("sorted", Kind.SEQUENCE),
            Map.entry("frozenset", Kind.SEQUENCE));
    private static final Map<String, Kind> QUALIFIED = Map.ofEntries(
            Map.entry("time.time", Kind.FLOAT),
            Map.entry("random.random", Kind.FLOAT),
            Map.entry("random.randint", Kind.INTEGER),
            Map.entry("random.randrange", Kind.INTEGER),
            Map.entry("os.getpid", Kind.INTEGER),
            Map.entry("math.floor", Kind.INTEGER),
            Map.entry("math.ceil", Kind.INTEGER),
            Map.entry("os.path.join", Kind.TEXT),
            Map.entry("os.path.basename", Kind.TEXT),
            Map.entry("os.path.abspath", Kind.TEXT),
            Map.entry("os.getcwd", Kind.TEXT),
            Map.entry("time.strftime", Kind.TEXT),
            Map.entry("pathlib.Path", Kind.OTHER),
            Map.entry("pathlib.PurePath", Kind.OTHER),
            Map.entry("uuid.UUID", Kind.OTHER),
            Map.entry("uuid.uuid1", Kind.OTHER),
            Map.entry("uuid.uuid4", Kind.OTHER),
            Map.entry("decimal.Decimal", Kind.OTHER),
            Map.entry("fractions.Fraction", Kind.OTHER),
            Map.entry("datetime.date", Kind.OTHER),
            Map.entry("datetime.date.today", Kind.OTHER),
            Map.entry("datetime.datetime", Kind.OTHER),
            Map.entry("datetime.datetime.now", Kind.OTHER),
            Map.entry("datetime.datetime.utcnow", Kind.OTHER),
            Map.entry("datetime.timedelta", Kind.OTHER));
    private static final Map<String, Kind> TEXT_METHODS = Map.of(
            "strip", Kind.TEXT, "lower", Kind.TEXT, "upper", Kind.TEXT, "isoformat", Kind.TEXT, "strftime", Kind.TEXT);

    private final Semantics semantics;
    private final Functions functions;
    private final Set<Node> open = new HashSet<>();

    ValueTypes(Semantics semantics) {
        this.semantics = semantics;
        this.functions = new Functions(semantics);
    }

    /** Returns what is known of the value of an expression of the file. */
    ValueType of(Expression expression) {
        if (expression.parsed() != semantics.module().parsed() || !open.add(expression)) {
            return ValueType.UNKNOWN;
        }
        try {
            return follow(expression);
        } finally {
            open.remove(expression);
        }
    }

    private ValueType follow(Expression expression) {
        Kind literal = literal(expression);
        if (literal != Kind.UNKNOWN) {
            return ValueType.of(literal);
        }
        if (expression instanceof Name name) {
            return name(name);
        }
        if (expression instanceof Attribute attribute) {
            return attribute(attribute);
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        if (expression instanceof BinOp operation) {
            return operation(operation);
        }
        if (expression instanceof UnaryOp operation) {
            return operation.op() == UnaryOperator.NOT ? ValueType.of(Kind.BOOLEAN) : of(operation.operand());
        }
        if (expression instanceof IfExp choice) {
            return ValueType.joined(List.of(of(choice.body()), of(choice.orElse())));
        }
        if (expression instanceof BoolOp choice) {
            ValueType joined =
                    ValueType.joined(choice.values().stream().map(this::of).toList());
            return joined;
        }
        return ValueType.UNKNOWN;
    }

    private static Kind literal(Expression expression) {
        if (expression instanceof NumberConstant number) {
            String text = number.sourceText();
            if (text.endsWith("j") || text.endsWith("J")) {
                return Kind.OTHER;
            }
            boolean isHex = text.startsWith("0x") || text.startsWith("0X");
            return !isHex && (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0)
                    ? Kind.FLOAT
                    : Kind.INTEGER;
        }
        if (expression instanceof StringPart || expression instanceof ConcatenatedString) {
            return Kind.TEXT;
        }
        if (expression instanceof ListDisplay
                || expression instanceof Tuple
                || expression instanceof SetDisplay
                || expression instanceof ListComp) {
            return Kind.SEQUENCE;
        }
        if (expression instanceof Compare) {
            return Kind.BOOLEAN;
        }
        if (Functions.isNone(expression)) {
            return Kind.NONE;
        }
        return expression instanceof NameConstant ? Kind.BOOLEAN : Kind.UNKNOWN;
    }

    private ValueType name(Name name) {
        Reaching reaching = semantics.reaching(name);
        if (reaching == null || reaching.definitions().isEmpty()) {
            return ValueType.UNKNOWN;
        }
        return ValueType.joined(
                reaching.definitions().stream().map(this::definition).toList());
    }

    private ValueType definition(Definition definition) {
        if (definition.kind() == BindingKind.AUGMENTED_ASSIGNMENT) {
            return ValueType.UNKNOWN;
        }
        Expression annotation = Annotations.annotation(definition.site());
        if (annotation != null) {
            ValueType annotated = annotated(annotation);
            boolean isNoneByDefault = definition.site() instanceof Parameter parameter
                    && parameter.defaultValue() != null
                    && Functions.isNone(parameter.defaultValue());
            return isNoneByDefault ? new ValueType(annotated.kind(), true) : annotated;
        }
        if (definition.site() instanceof Parameter parameter) {
            boolean isNone = parameter.defaultValue() != null && Functions.isNone(parameter.defaultValue());
            return new ValueType(Kind.UNKNOWN, isNone);
        }
        if (definition.value() != null) {
            return of(definition.value());
        }
        return definition.site() instanceof For loop && loop.target() == definition.name() && isCounter(loop.iter())
                ? ValueType.of(Kind.INTEGER)
                : ValueType.UNKNOWN;
    }

    private boolean isCounter(Expression iterable) {
        return iterable instanceof Call call
                && (functions.isBuiltin(call.func(), "range") || functions.isBuiltin(call.func(), "xrange"));
    }

    private ValueType annotated(Expression annotation) {
        if (annotation instanceof BinOp union && union.op() == Operator.BIT_OR) {
            return ValueType.joined(List.of(annotated(union.left()), annotated(union.right())));
        }
        if (Functions.isNone(annotation)) {
            return ValueType.of(Kind.NONE);
        }
        if (annotation instanceof Subscript subscript) {
            return "typing.Optional".equals(semantics.qualifiedName(subscript.value()))
                    ? new ValueType(annotated(subscript.slice()).kind(), true)
                    : ValueType.of(isSequence(subscript.value()) ? Kind.SEQUENCE : Kind.UNKNOWN);
        }
        String text = annotation instanceof StringPart part ? part.sourceText().replaceAll("['\"]", "") : null;
        String name = text != null ? "builtins." + text : semantics.qualifiedName(annotation);
        switch (name == null ? "" : name) {
            case "builtins.int":
                return ValueType.of(Kind.INTEGER);
            case "builtins.float":
                return ValueType.of(Kind.FLOAT);
            case "builtins.bool":
                return ValueType.of(Kind.BOOLEAN);
            case "builtins.str":
                return ValueType.of(Kind.TEXT);
            case "builtins.list":
            case "builtins.tuple":
            case "builtins.set":
                return ValueType.of(Kind.SEQUENCE);
            case "":
                return ValueType.UNKNOWN;
            default:
                // An object of any other class is text only by its str().
                boolean isClass = !name.startsWith("builtins.")
                        && !name.startsWith("__builtin__.")
                        && !name.startsWith("typing.")
                        && !name.startsWith("typing_extensions.")
                        && Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1));
                boolean isKnown = QUALIFIED.get(name) == Kind.OTHER;
                return isClass && text == null || isKnown ? ValueType.of(Kind.OTHER) : ValueType.UNKNOWN;
        }
    }

    private boolean isSequence(Expression generic) {
        String name = semantics.qualifiedName(generic);
        return name != null
                && Set.of(
                                "builtins.list",
                                "builtins.tuple",
                                "builtins.set",
                                "typing.List",
                                "typing.Tuple",
                                "typing.Set",
                                "typing.Sequence",
                                "collections.abc.Sequence")
                        .contains(name);
    }

    /** Returns what is assigned to an attribute of self, or of a class of the file. */
    private ValueType attribute(Attribute attribute) {
        ClassDef owner = functions.classOfSelf(attribute.value());
        boolean isInstance = owner != null;
        Definition definition = attribute.value() instanceof Name name ? semantics.singleAssignment(name) : null;
        if (definition != null && definition.site() instanceof ClassDef named) {
            owner = named;
        }
        Binding member =
                owner == null ? null : functions.member(owner, attribute.attr().sourceText());
        List<ValueType> types = new ArrayList<>();
        if (member != null) {
            member.definitions().forEach(each -> types.add(definition(each)));
        }
        for (Attribute target : isInstance ? semantics.attributeTargets() : List.<Attribute>of()) {
            if (target.attr().is(attribute.attr().sourceText())) {
                types.add(assigned(target));
            }
        }
        if (!isInstance && owner != null && !types.isEmpty() && isEnum(owner)) {
            return ValueType.of(Kind.OTHER);
        }
        return types.isEmpty() ? ValueType.UNKNOWN : ValueType.joined(types);
    }

    private boolean isEnum(ClassDef owner) {
        return owner.arguments() != null && owner.arguments().sourceText().contains("Enum");
    }

    private ValueType assigned(Attribute target) {
        Node parent = semantics.path(target).parent();
        if (parent instanceof Assign assign && assign.targets().indexOfNode(target) >= 0) {
            return of(assign.value());
        }
        return parent instanceof AnnAssign assign ? annotated(assign.annotation()) : ValueType.UNKNOWN;
    }

    private ValueType call(Call call) {
        String name = semantics.qualifiedName(call.func());
        if (name != null) {
            boolean isBuiltin = name.startsWith("builtins.") || name.startsWith("__builtin__.");
            String last = name.substring(name.lastIndexOf('.') + 1);
            if (isBuiltin && last.equals("round")) {
                return ValueType.of(call.arguments().size() == 1 ? Kind.INTEGER : Kind.FLOAT);
            }
            Kind kind = isBuiltin ? CALLS.get(last) : QUALIFIED.get(name);
            return kind == null ? ValueType.UNKNOWN : ValueType.of(kind);
        }
        if (call.func() instanceof Attribute method) {
            boolean isText =
                    method.value() instanceof StringPart && method.attr().is("join");
            Kind kind = isText ? Kind.TEXT : TEXT_METHODS.get(method.attr().sourceText());
            return kind == null ? ValueType.UNKNOWN : ValueType.of(kind);
        }
        return ValueType.UNKNOWN;
    }

    private ValueType operation(BinOp operation) {
        ValueType left = of(operation.left());
        ValueType right = of(operation.right());
        if (operation.op() == Operator.MOD && left.kind() == Kind.TEXT) {
            return left;
        }
        if (left.isNumber() && right.isNumber()) {
            boolean isWhole = left.kind() != Kind.FLOAT
                    && right.kind() != Kind.FLOAT
                    && operation.op() != Operator.DIV
                    && operation.op() != Operator.POW;
            return ValueType.of(isWhole ? Kind.INTEGER : Kind.FLOAT);
        }
        boolean isText = operation.op() == Operator.ADD && (left.kind() == Kind.TEXT || right.kind() == Kind.TEXT);
        return isText ? ValueType.of(Kind.TEXT) : ValueType.UNKNOWN;
    }
}
