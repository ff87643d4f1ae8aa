package dev.codemod.semantics;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Tuple;
import java.util.Locale;

/** The types of literals and displays. */
final class Literals {
    private final boolean python2;
    private final boolean unicodeLiterals;

    Literals(Semantics semantics) {
        LanguageLevel level = semantics.module().parsed().level();
        python2 = level.isPython2();
        Binding future = semantics.scope().binding("unicode_literals");
        unicodeLiterals = future != null && future.kinds().contains(BindingKind.FROM_IMPORT);
    }

    /** Returns the qualified name of an expression's class, or null if it is no literal. */
    String typeOf(Expression expression) {
        if (expression instanceof StringPart part) {
            return typeOf(part);
        }
        if (expression instanceof ConcatenatedString string) {
            return typeOf(string);
        }
        if (expression instanceof NumberConstant) {
            return typeOfNumber(expression.sourceText().toLowerCase(Locale.ROOT));
        }
        if (expression.is("None")) {
            return "builtins.NoneType";
        }
        if (expression instanceof NameConstant || python2 && (expression.is("True") || expression.is("False"))) {
            return "builtins.bool";
        }
        if (expression instanceof Tuple) {
            return "builtins.tuple";
        }
        if (expression instanceof ListDisplay || expression instanceof ListComp) {
            return "builtins.list";
        }
        if (expression instanceof SetDisplay || expression instanceof SetComp) {
            return "builtins.set";
        }
        if (expression instanceof DictDisplay || expression instanceof DictComp) {
            return "builtins.dict";
        }
        if (expression instanceof GeneratorExp) {
            return "types.GeneratorType";
        }
        return expression instanceof Lambda ? "types.FunctionType" : null;
    }

    /** In Python 2 one unicode part makes the whole string unicode. */
    private String typeOf(ConcatenatedString string) {
        String type = typeOf(string.parts().first());
        for (StringPart part : string.parts()) {
            String other = typeOf(part);
            if (other.equals("builtins.unicode")) {
                return other;
            }
        }
        return type;
    }

    private String typeOf(StringPart part) {
        String prefix = prefix(part);
        if (part instanceof JoinedStr) {
            return prefix.contains("t") ? "string.templatelib.Template" : "builtins.str";
        }
        if (prefix.contains("b")) {
            return python2 ? "builtins.str" : "builtins.bytes";
        }
        return python2 && (prefix.contains("u") || unicodeLiterals) ? "builtins.unicode" : "builtins.str";
    }

    private static String prefix(StringPart part) {
        String text = part instanceof StringConstant
                ? part.sourceText()
                : part.parsed()
                        .source()
                        .text(part.startOffset(), part.parsed().tape().end(part.firstToken()));
        int quote = 0;
        while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
            quote++;
        }
        return text.substring(0, quote).toLowerCase(Locale.ROOT);
    }

    private String typeOfNumber(String text) {
        boolean based = text.startsWith("0x") || text.startsWith("0o") || text.startsWith("0b");
        if (text.endsWith("j")) {
            return "builtins.complex";
        }
        if (text.endsWith("l")) {
            return "builtins.long";
        }
        return !based && (text.contains(".") || text.contains("e")) ? "builtins.float" : "builtins.int";
    }
}
