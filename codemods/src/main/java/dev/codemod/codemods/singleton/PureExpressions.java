package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Definition;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.ComprehensionIf;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Operator;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import java.util.List;
import java.util.Set;

/** The expressions that {@link ConstructionSafety} understands: everything else is impure. */
final class PureExpressions {
    private static final Set<Operator> OPERATORS =
            Set.of(Operator.ADD, Operator.SUB, Operator.MULT, Operator.BIT_OR, Operator.BIT_AND, Operator.BIT_XOR);

    private final ConstructionSafety safety;
    private final PureFrame frame;
    private final PureCalls calls;

    PureExpressions(ConstructionSafety safety, PureFrame frame) {
        this.safety = safety;
        this.frame = frame;
        this.calls = new PureCalls(safety, frame, this);
    }

    PureValue evaluate(Expression expression) {
        if (safety.hasFailed()) {
            return PureValue.IMPURE;
        }
        if (expression instanceof NumberConstant
                || expression instanceof StringConstant
                || expression instanceof NameConstant
                || expression instanceof EllipsisConstant
                || expression instanceof Lambda) {
            return PureValue.PLAIN;
        } else if (expression instanceof Name name) {
            return name(name);
        } else if (expression instanceof Attribute attribute) {
            return attribute(attribute);
        } else if (expression instanceof Call call) {
            return calls.call(call);
        } else if (expression instanceof ConcatenatedString || expression instanceof JoinedStr) {
            expression.findAll(FormattedValue.class).forEach(part -> evaluate(part.value()));
            return PureValue.PLAIN;
        } else if (expression instanceof Tuple tuple) {
            return all(tuple.elements(), PureValue.PLAIN);
        } else if (expression instanceof ListDisplay list) {
            return all(list.elements(), PureValue.FRESH);
        } else if (expression instanceof SetDisplay set) {
            return all(set.elements(), PureValue.FRESH);
        } else if (expression instanceof DictDisplay dict) {
            return dict(dict);
        }
        return operation(expression);
    }

    private PureValue operation(Expression expression) {
        if (expression instanceof BinOp operation) {
            return binary(operation);
        } else if (expression instanceof BoolOp operation) {
            return all(operation.values(), PureValue.PLAIN);
        } else if (expression instanceof UnaryOp operation) {
            evaluate(operation.operand());
            return PureValue.PLAIN;
        } else if (expression instanceof IfExp choice) {
            return all(List.of(choice.test(), choice.body(), choice.orElse()), PureValue.PLAIN);
        } else if (expression instanceof Compare compare) {
            evaluate(compare.left());
            for (Comparison comparison : compare.comparisons()) {
                evaluate(comparison.right());
            }
            return PureValue.PLAIN;
        } else if (expression instanceof ListComp comprehension) {
            return comprehension(comprehension.generators(), List.of(comprehension.element()));
        } else if (expression instanceof SetComp comprehension) {
            return comprehension(comprehension.generators(), List.of(comprehension.element()));
        } else if (expression instanceof DictComp comprehension) {
            return comprehension(comprehension.generators(), List.of(comprehension.key(), comprehension.value()));
        }
        return fail(expression);
    }

    /** Ends the analysis with an expression that is not understood. */
    PureValue fail(Expression expression) {
        String text = expression.sourceText().lines().findFirst().orElse("");
        return safety.fail(
                expression,
                "it evaluates " + (text.length() > 40 ? text.substring(0, 37) + "..." : text) + " in line "
                        + expression.line());
    }

    private PureValue all(List<? extends Expression> parts, PureValue result) {
        for (Expression part : parts) {
            evaluate(part);
        }
        return safety.hasFailed() ? PureValue.IMPURE : result;
    }

    private PureValue dict(DictDisplay dict) {
        for (DictItem item : dict.items()) {
            if (item instanceof KeyValue pair) {
                evaluate(pair.key());
                evaluate(pair.value());
            } else if (item instanceof DictUnpacking unpacking) {
                evaluate(unpacking.value());
            }
        }
        return safety.hasFailed() ? PureValue.IMPURE : PureValue.FRESH;
    }

    private PureValue binary(BinOp operation) {
        boolean isFormatting = operation.op() == Operator.MOD
                && (operation.left() instanceof StringConstant || operation.left() instanceof ConcatenatedString);
        boolean isNumber = operation.left() instanceof NumberConstant && operation.right() instanceof NumberConstant;
        if (!isFormatting && !isNumber && !OPERATORS.contains(operation.op())) {
            return fail(operation);
        }
        return all(List.of(operation.left(), operation.right()), PureValue.PLAIN);
    }

    private PureValue comprehension(NodeList<Comprehension> generators, List<Expression> elements) {
        for (Comprehension generator : generators) {
            if (generator.isAsync()) {
                return safety.fail(generator, "it awaits");
            }
            evaluate(generator.iter());
            for (Name target : generator.target().findAll(Name.class)) {
                frame.setLocalIfAbsent(target.sourceText(), PureValue.PLAIN);
            }
            for (ComprehensionIf condition : generator.ifs()) {
                evaluate(condition.test());
            }
        }
        return all(elements, PureValue.FRESH);
    }

    private PureValue name(Name name) {
        String text = name.sourceText();
        PureValue local = frame.local(text);
        if (local != null) {
            return local;
        }
        if (name.is("None") || name.is("True") || name.is("False")) {
            return PureValue.PLAIN;
        }
        Definition constant = safety.constants().constant(text);
        if (constant != null) {
            safety.need((Statement) constant.site());
            return PureValue.PLAIN;
        }
        Definition definition = safety.constants().definition(text);
        if (definition != null
                && (definition.site() instanceof FunctionDef function
                                && function.decorators().isEmpty()
                        || definition.site() instanceof ClassDef)) {
            safety.need((Statement) definition.site());
            return PureValue.PLAIN;
        }
        String qualified = safety.names().qualifiedName(name);
        if (qualified != null && PureCalls.isBuiltin(qualified)) {
            return PureValue.PLAIN;
        }
        PureValue imported = safety.imported(name, false);
        if (imported != null) {
            return imported;
        }
        return safety.fail(name, "it reads " + text + ", which other code may have changed before the first call");
    }

    private PureValue attribute(Attribute attribute) {
        PureValue owner = attribute.value() instanceof Name name ? frame.local(name.sourceText()) : null;
        String name = attribute.attr().sourceText();
        if (owner == PureValue.SELF) {
            PureValue value = frame.attribute(name);
            return value != null ? value : member(attribute, name);
        }
        if (frame.view() != null
                && ClassView.classOf(attribute.value(), safety.names())
                        == frame.view().definition()) {
            return member(attribute, name);
        }
        PureValue imported = owner == null ? safety.imported(attribute, false) : null;
        return imported == null ? fail(attribute) : imported;
    }

    /** A class attribute that is a literal and that no code reaches through the class, or a method. */
    private PureValue member(Attribute attribute, String name) {
        Statement member = frame.view().member(name);
        if (member instanceof FunctionDef method && method.decorators().isEmpty()) {
            return PureValue.PLAIN;
        }
        Expression value = member instanceof Assign assign
                ? assign.value()
                : member instanceof AnnAssign annotated ? annotated.value() : null;
        boolean isLiteral = value != null
                && (ModuleConstants.isImmutable(value)
                        || value instanceof ListDisplay
                        || value instanceof DictDisplay
                        || value instanceof SetDisplay);
        if (!isLiteral || isReachedThroughClass(name)) {
            return safety.fail(
                    attribute, "it reads " + name + " of the class, which other code may have changed before");
        }
        safety.readMember(name);
        return PureValue.PLAIN;
    }

    /** Returns whether an attribute is mentioned on anything but an instance: {@code Config.x}, {@code cls.x}. */
    private boolean isReachedThroughClass(String name) {
        for (Attribute candidate : safety.names().module().findAll(Attribute.class)) {
            if (candidate.attr().is(name) && !(candidate.value() instanceof Name base && base.is("self"))) {
                boolean isOwnRead = frame.view() != null
                        && ClassView.classOf(candidate.value(), safety.names())
                                == frame.view().definition()
                        && !safety.names().attributeTargets().contains(candidate)
                        && isReadOnly(candidate);
                if (!isOwnRead) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether an immutable value is only read at a place. */
    private boolean isReadOnly(Attribute candidate) {
        Statement member = frame.view().member(candidate.attr().sourceText());
        return member instanceof Assign assign && ModuleConstants.isImmutable(assign.value());
    }
}
