package dev.codemod.jython;

import org.antlr.runtime.ANTLRStringStream;
import org.python.antlr.BaseParser;
import org.python.antlr.ParseException;
import org.python.core.Py;

/** The only class that touches Jython's, so that they are loaded when it is first used. */
final class JythonParse {
    /** What {@link NormalizedText} decodes with: literals can then never fail to be encoded again. */
    private static final String ENCODING = "iso-8859-1";

    static {
        skipInterpreter();
    }

    private JythonParse() {}

    /**
     * The parser compares keyword arguments as Python objects, and the first such comparison sets up the interpreter,
     * which fails without the other 41 of Jython's jars. Jython tries only once, so let it try here.
     */
    private static void skipInterpreter() {
        try {
            Py.getThreadState();
        } catch (LinkageError e) {
            // Expected: the parser needs no interpreter.
        }
    }

    /** Parses {@code text} on a stack that should be large. Everything Jython throws becomes a verdict. */
    static Verdict check(String text) {
        try {
            new BaseParser(new ANTLRStringStream(text), "<source>", ENCODING).parseModule();
            return Verdict.accepted();
        } catch (ParseException e) {
            return Verdict.rejected(e.line, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return Verdict.none("too deeply nested for the Jython parser");
        } catch (LinkageError | RuntimeException e) {
            // Whatever needs the interpreter, or one of the jars that are left out, ends here.
            return Verdict.none("the Jython parser failed: " + e);
        }
    }
}
