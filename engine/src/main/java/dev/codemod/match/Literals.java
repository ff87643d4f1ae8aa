package dev.codemod.match;

import dev.codemod.ast.NumberValue;
import dev.codemod.ast.StringValue;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Constant;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.InterpolatedPart;
import dev.codemod.tree.InterpolatedText;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import java.util.ArrayList;
import java.util.List;

/** Compares literals by what they mean: quotes, escapes, concatenation and the spelling of numbers are ignored. */
final class Literals {
    private Literals() {}

    /** Returns whether a node is a string or bytes without fields. */
    static boolean isPlainString(Node node) {
        if (node instanceof ConcatenatedString string) {
            return string.parts().stream().allMatch(StringConstant.class::isInstance);
        }
        return node instanceof StringConstant;
    }

    /** Returns whether a node is an f-string, alone or beside other literals; a t-string is none. */
    static boolean isFString(Node node) {
        if (node instanceof ConcatenatedString string) {
            return !isPlainString(node) && string.parts().stream().allMatch(Literals::isTextPart);
        }
        return node instanceof JoinedStr && isTextPart(node);
    }

    private static boolean isTextPart(Node part) {
        return part instanceof JoinedStr joined
                ? !ComposedString.isTemplate(joined)
                : StringValue.of((Constant) part) != null
                        && !StringValue.of((Constant) part).isBytes();
    }

    static boolean sameString(Constant left, Constant right) {
        StringValue expected = StringValue.of(left);
        StringValue actual = StringValue.of(right);
        return expected != null && actual != null && expected.repr().equals(actual.repr());
    }

    static boolean sameNumber(NumberConstant left, NumberConstant right) {
        return NumberValue.of(left).repr().equals(NumberValue.of(right).repr());
    }

    /** Returns texts, as {@link String}, and {@link FormattedValue}s of an f-string; null if a literal is malformed. */
    static List<Object> parts(Node string) {
        List<? extends StringPart> pieces =
                string instanceof ConcatenatedString several ? several.parts() : List.of((StringPart) string);
        List<Object> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (StringPart piece : pieces) {
            List<? extends InterpolatedPart> values = piece instanceof JoinedStr joined ? joined.values() : List.of();
            if (!(piece instanceof JoinedStr)) {
                text.append(StringValue.of(piece).text());
            }
            for (InterpolatedPart value : values) {
                if (value instanceof FormattedValue) {
                    addText(text, parts);
                    parts.add(value);
                    continue;
                }
                StringValue literal = StringValue.of((JoinedStr) piece, (InterpolatedText) value);
                if (literal == null) {
                    return null;
                }
                text.append(literal.text());
            }
        }
        addText(text, parts);
        return parts;
    }

    private static void addText(StringBuilder text, List<Object> parts) {
        if (text.length() > 0) {
            parts.add(text.toString());
            text.setLength(0);
        }
    }
}
