package dev.codemod.semantics;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads annotations as types: names, quoted names, optional types, unions and generics. */
final class Annotations {
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    private static final Set<String> SAYS_NOTHING =
            Set.of("typing.Any", "builtins.object", "typing.AnyStr", "typing.Self", "typing_extensions.Self");

    /** Wrappers whose argument is the type. */
    private static final Set<String> TRANSPARENT = Set.of("Optional", "Annotated", "Final", "ClassVar", "Required");

    private static final Map<String, String> GENERIC = Map.of(
            "List", "builtins.list",
            "Dict", "builtins.dict",
            "Set", "builtins.set",
            "FrozenSet", "builtins.frozenset",
            "Tuple", "builtins.tuple",
            "Text", "builtins.str",
            "Type", "builtins.type");

    private final Semantics semantics;

    Annotations(Semantics semantics) {
        this.semantics = semantics;
    }

    /**
     * Returns the class that an annotation names; {@code Optional[X]} and {@code X | None} are X, as a use of the value
     * that is not a test would fail for None.
     */
    Resolution typeOf(Expression annotation) {
        if (annotation instanceof Name || annotation instanceof Attribute) {
            return named(semantics.resolve(annotation), annotation);
        }
        if (annotation instanceof StringConstant quoted) {
            return quoted(quoted);
        }
        if (annotation instanceof BinOp union && union.op() == Operator.BIT_OR) {
            return join(List.of(union.left(), union.right()), annotation);
        }
        return annotation instanceof Subscript generic ? generic(generic) : nothing(annotation);
    }

    private static Resolution nothing(Expression annotation) {
        return Resolution.unknown(annotation, "the annotation " + annotation.sourceText() + " names no single class");
    }

    private Resolution named(Resolution resolved, Expression annotation) {
        String name = resolved.name();
        if (name == null) {
            return resolved.isKnown() ? nothing(annotation) : resolved;
        }
        String type = Types.normalised(name);
        if (type.startsWith("typing.") && GENERIC.containsKey(type.substring(7))) {
            type = GENERIC.get(type.substring(7));
        }
        return SAYS_NOTHING.contains(type)
                ? nothing(annotation)
                : Resolution.known(type, annotation, "annotated " + annotation.sourceText());
    }

    private Resolution quoted(StringConstant quoted) {
        String source = quoted.sourceText();
        String text = source.length() < 3 ? "" : source.substring(1, source.length() - 1);
        return DOTTED.matcher(text).matches()
                ? named(semantics.resolveText(text, semantics.scopeOf(quoted), quoted), quoted)
                : nothing(quoted);
    }

    private Resolution generic(Subscript generic) {
        String name = semantics.qualifiedName(generic.value());
        if (name == null) {
            return nothing(generic);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean typing = name.startsWith("typing.") || name.startsWith("typing_extensions.");
        if (typing && last.equals("Union") && generic.slice() instanceof Tuple union) {
            return join(union.elements(), generic);
        }
        if (typing && TRANSPARENT.contains(last)) {
            Expression argument =
                    generic.slice() instanceof Tuple tuple ? tuple.elements().first() : generic.slice();
            return typeOf(argument);
        }
        return typeOf(generic.value());
    }

    private Resolution join(List<? extends Expression> members, Expression annotation) {
        Resolution joined = null;
        for (Expression member : members) {
            if (!member.is("None")) {
                Resolution one = typeOf(member);
                joined = joined == null ? one : joined.or(one);
            }
        }
        return joined == null ? nothing(annotation) : joined;
    }
}
