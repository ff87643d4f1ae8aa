package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Elif;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.If;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import java.util.regex.Pattern;

/** Recognises code that runs on some versions of Python only, where asyncio of old is right. */
final class VersionGuards {
    private static final Pattern TEST = Pattern.compile(
            "\\b(?:version_info|hexversion|python_version\\w*|PY_?3?_?\\d+\\w*)\\b|\\bhasattr\\b.*\\basyncio\\b");

    /** What old or new Pythons raise for what they do not have. */
    private static final Pattern ERRORS = Pattern.compile("\\b(?:AttributeError|TypeError|ImportError|NameError)\\b");

    private VersionGuards() {}

    /** Returns whether code stands in a branch that a test of the version chooses, or is the fallback of a try. */
    static boolean isGuarded(Path path) {
        for (int i = 1; i < path.length(); i++) {
            Node node = path.ancestor(i);
            if (node instanceof ExceptHandler handler
                    && handler.type() != null
                    && ERRORS.matcher(handler.type().sourceText()).find()) {
                return true;
            }
            Expression test = testOf(node);
            if (test != null && TEST.matcher(test.sourceText()).find()) {
                return true;
            }
        }
        return false;
    }

    private static Expression testOf(Node node) {
        if (node instanceof If statement) {
            return statement.test();
        }
        if (node instanceof Elif clause) {
            return clause.test();
        }
        return node instanceof IfExp expression ? expression.test() : null;
    }
}
