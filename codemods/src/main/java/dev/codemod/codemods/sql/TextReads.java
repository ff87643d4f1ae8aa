package dev.codemod.codemods.sql;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assert;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Elif;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.If;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Print;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import dev.codemod.tree.While;
import java.util.regex.Pattern;

/** Says what the text of a query is read for, other than to execute it. */
final class TextReads {
    private static final Pattern LOGGING = Pattern.compile(
            "(?i)(.*_)?(log|print|pprint|debug|info|warn|warning|error|exception|critical|trace)(_.*)?");

    private TextReads() {}

    /** Returns whether a variable is only shown to people: printed, logged, or in the message of an exception. */
    static boolean isLogging(Name reference, Semantics semantics) {
        Path path = semantics.path(reference);
        int i = 1;
        while (isPartOfMessage(path.ancestor(i))) {
            i++;
        }
        Node around = path.ancestor(i);
        if (around instanceof Print) {
            return true;
        }
        if (!(around instanceof Call call) || call.func() == path.ancestor(i - 1)) {
            return false;
        }
        boolean isRaised = path.ancestor(i + 1) instanceof Raise;
        String function = call.func() instanceof Attribute method
                ? method.attr().sourceText()
                : call.func() instanceof Name name ? name.sourceText() : "";
        return isRaised || LOGGING.matcher(function).matches();
    }

    /** Returns whether a node is a part of the text that a message is composed of. */
    private static boolean isPartOfMessage(Node node) {
        return node instanceof BinOp
                || node instanceof JoinedStr
                || node instanceof FormattedValue
                || node instanceof ConcatenatedString
                || node instanceof Tuple
                || node instanceof Keyword;
    }

    /** Returns whether only that there is a text matters: a condition, or a comparison with None. */
    static boolean isTest(Name reference, Semantics semantics) {
        Path path = semantics.path(reference);
        int i = 1;
        if (path.ancestor(i) instanceof Compare compare) {
            boolean isNone = compare.left() == reference
                    && compare.comparisons().size() == 1
                    && (compare.comparisons().get(0).op() == CompareOperator.IS
                            || compare.comparisons().get(0).op() == CompareOperator.IS_NOT)
                    && Functions.isNone(compare.comparisons().get(0).right());
            return isNone;
        }
        while (path.ancestor(i) instanceof BoolOp
                || path.ancestor(i) instanceof UnaryOp operation && operation.op() == UnaryOperator.NOT) {
            i++;
        }
        Node inside = path.ancestor(i - 1);
        Node around = path.ancestor(i);
        boolean isNegated = inside instanceof UnaryOp;
        return isNegated
                || around instanceof If branch && branch.test() == inside
                || around instanceof Elif other && other.test() == inside
                || around instanceof While loop && loop.test() == inside
                || around instanceof IfExp choice && choice.test() == inside
                || around instanceof Assert check && check.test() == inside;
    }
}
