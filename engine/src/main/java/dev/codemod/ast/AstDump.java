package dev.codemod.ast;

import static java.util.Objects.requireNonNull;

import dev.codemod.source.Problem;
import dev.codemod.tree.Module;
import dev.codemod.tree.Parsed;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A file's tree in the shape of CPython's {@code ast} module, as text.
 *
 * <p>At a level of Python 3 the text is what CPython 3.13 prints for
 * {@code ast.dump(ast.parse(source), include_attributes=True)}; t-strings, which 3.13 does not have, are shown as 3.14's
 * {@code TemplateStr} and {@code Interpolation}. At level 2.7 it is what CPython 2.7 (64-bit, wide Unicode) prints for
 * {@code ast.dump(ast.parse(source))}.
 *
 * <p>Chains of operators and calls are not recursed into; other nesting is, so deeply nested files need a large stack, as
 * they do for the parser.
 */
public final class AstDump {
    private final ByteSink text;
    private final Problem problem;

    private AstDump(ByteSink text, Problem problem) {
        this.text = text;
        this.problem = problem;
    }

    /**
     * Dumps a module.
     *
     * @param module a tree as the parser made it, without edits
     */
    public static AstDump of(Module module) {
        requireNonNull(module, "module is null");
        if (module.isEdited()) {
            throw new IllegalArgumentException("the tree is edited; print and parse it first");
        }
        Parsed parsed = module.parsed();
        // What the dump of most real code needs: 4 times the source without positions, 9 times with them.
        long capacity = (long) parsed.source().length() * (parsed.level().isPython2() ? 4 : 9);
        ByteSink out = new ByteSink((int) Math.min(capacity, 1 << 28));
        DumpWriter writer = new DumpWriter(parsed, out);
        StringEvaluator evaluator = new StringEvaluator(parsed);
        if (parsed.level().isPython2()) {
            module.accept(new Python2Statements(writer, evaluator), null);
        } else {
            module.accept(new Python3Statements(writer, evaluator), null);
        }
        return new AstDump(out, evaluator.problem());
    }

    /**
     * Returns the first place that the parser lets pass and {@code ast.parse} does not, such as a string with a truncated
     * escape, or null. If there is one then the text is not meaningful.
     */
    public Problem problem() {
        return problem;
    }

    /** Writes the text in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        text.writeTo(out);
    }

    /**
     * Writes one object of JSON Lines, {@code {"path": ..., "ast": ...}} and a line break.
     *
     * @param path the file's path as it is to be shown
     */
    public void writeJsonTo(OutputStream out, String path) throws IOException {
        ByteSink line = new ByteSink(text.length() + text.length() / 8 + 64);
        line.ascii("{\"path\": \"");
        AstError.appendJson(path, line);
        line.ascii("\", \"ast\": \"");
        text.appendJsonTo(line);
        line.ascii("\"}\n");
        line.writeTo(out);
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return text.toString();
    }
}
