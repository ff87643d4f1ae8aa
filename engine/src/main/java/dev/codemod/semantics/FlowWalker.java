package dev.codemod.semantics;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assert;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Block;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Break;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Continue;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Else;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.If;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Match;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.MatchCase;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import dev.codemod.tree.TupleParameter;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.While;
import dev.codemod.tree.With;

/**
 * Walks the code of one scope in the order of execution with a set of facts, at most 63 bits.
 *
 * <p>Where paths join, the facts of both are joined, so that a fact is in {@link #state} if some path brings it there.
 * Loops are walked until nothing new comes back; any statement in a {@code try} or {@code with} may raise; a state of 0
 * means that nothing reaches the place. Functions and generators inside are not walked, as they run at another time;
 * class bodies and other comprehensions are.
 */
abstract class FlowWalker extends VoidVisitorAdapter<Void> {
    /** The facts that may hold where the walk is; 0 where the code cannot be reached. */
    long state;

    private Handler handlers;
    private long breaks;
    private long continues;

    /** The states in which the code of a try or with statement may be left by an exception. */
    private static final class Handler {
        private final Handler outer;
        private long states;

        Handler(Handler outer, long states) {
            this.outer = outer;
            this.states = states;
        }
    }

    /** A name in a place that may bind, declare or delete it. */
    abstract void name(Node name);

    /** Called where a statement begins. */
    void begin(Statement statement) {}

    /** Called where a statement ends; for a compound one, where its paths have joined. */
    void end(Statement statement) {}

    /** Called for {@code from module import *}. */
    void starImport() {}

    /** Replaces the facts, also for the handlers of exceptions around. */
    final void become(long changed) {
        if (state != 0) {
            state = changed;
            for (Handler handler = handlers; handler != null; handler = handler.outer) {
                handler.states |= changed;
            }
        }
    }

    /** Walks the code of a module, function or class. */
    final void walk(Node scope, long start) {
        state = start;
        if (scope instanceof Module module) {
            statements(module.statements());
        } else if (scope instanceof FunctionDef function) {
            function.body().accept(this, null);
        } else if (scope instanceof ClassDef definition) {
            definition.body().accept(this, null);
        } else {
            throw new IllegalArgumentException("no code with statements: " + scope);
        }
    }

    private void statements(NodeList<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            begin(statement);
            statement.accept(this, null);
            end(statement);
        }
    }

    @Override
    public final void visit(Block n, Void arg) {
        statements(n.statements());
    }

    @Override
    public final void visit(Name n, Void arg) {
        name(n);
    }

    @Override
    public final void visit(Identifier n, Void arg) {
        name(n);
    }

    // ---------------------------------------------------------------- simple statements and expressions

    @Override
    public final void visit(Assign n, Void arg) {
        n.value().accept(this, null);
        for (Expression target : n.targets()) {
            target.accept(this, null);
        }
    }

    @Override
    public final void visit(AugAssign n, Void arg) {
        if (n.target() instanceof Name) {
            n.value().accept(this, null);
            n.target().accept(this, null);
        } else {
            n.target().accept(this, null);
            n.value().accept(this, null);
        }
    }

    @Override
    public final void visit(AnnAssign n, Void arg) {
        if (n.value() != null) {
            n.value().accept(this, null);
        }
        n.target().accept(this, null);
        n.annotation().accept(this, null);
    }

    @Override
    public final void visit(NamedExpr n, Void arg) {
        n.value().accept(this, null);
        n.target().accept(this, null);
    }

    @Override
    public final void visit(Assert n, Void arg) {
        n.test().accept(this, null);
        if (n.message() != null) {
            long passed = state;
            n.message().accept(this, null);
            state = passed;
        }
    }

    @Override
    public final void visit(ImportFrom n, Void arg) {
        if (n.isStar()) {
            starImport();
        }
        super.visit(n, null);
    }

    @Override
    public final void visit(BoolOp n, Void arg) {
        n.values().first().accept(this, null);
        long left = state;
        for (int i = 1; i < n.values().size(); i++) {
            n.values().get(i).accept(this, null);
            left |= state;
        }
        state = left;
    }

    @Override
    public final void visit(Compare n, Void arg) {
        n.left().accept(this, null);
        n.comparisons().first().accept(this, null);
        long left = state;
        for (int i = 1; i < n.comparisons().size(); i++) {
            n.comparisons().get(i).accept(this, null);
            left |= state;
        }
        state = left;
    }

    @Override
    public final void visit(IfExp n, Void arg) {
        n.test().accept(this, null);
        long tested = state;
        n.body().accept(this, null);
        long left = state;
        state = tested;
        n.orElse().accept(this, null);
        state |= left;
    }

    @Override
    public final void visit(ListComp n, Void arg) {
        comprehension(n.generators(), 0, n.element(), null);
    }

    @Override
    public final void visit(SetComp n, Void arg) {
        comprehension(n.generators(), 0, n.element(), null);
    }

    @Override
    public final void visit(DictComp n, Void arg) {
        comprehension(n.generators(), 0, n.key(), n.value());
    }

    private void comprehension(NodeList<Comprehension> generators, int index, Expression element, Expression value) {
        if (index == generators.size()) {
            element.accept(this, null);
            if (value != null) {
                value.accept(this, null);
            }
            return;
        }
        Comprehension generator = generators.get(index);
        generator.iter().accept(this, null);
        long head = state;
        long seen;
        do {
            seen = head;
            state = head;
            generator.target().accept(this, null);
            for (int i = 0; i < generator.ifs().size(); i++) {
                generator.ifs().get(i).accept(this, null);
                head |= state;
            }
            comprehension(generators, index + 1, element, value);
            head |= state;
        } while (head != seen);
        state = head;
    }

    @Override
    public final void visit(GeneratorExp n, Void arg) {
        n.generators().first().iter().accept(this, null);
    }

    // ---------------------------------------------------------------- definitions

    @Override
    public final void visit(FunctionDef n, Void arg) {
        for (int i = 0; i < n.decorators().size(); i++) {
            n.decorators().get(i).accept(this, null);
        }
        signature(n.parameters());
        if (n.returns() != null) {
            n.returns().accept(this, null);
        }
        name(n.name());
    }

    @Override
    public final void visit(Lambda n, Void arg) {
        if (n.parameters() != null) {
            signature(n.parameters());
        }
    }

    private void signature(Parameters parameters) {
        for (ParameterItem item : parameters.items()) {
            if (item instanceof Parameter parameter) {
                if (parameter.defaultValue() != null) {
                    parameter.defaultValue().accept(this, null);
                }
                if (parameter.annotation() != null) {
                    parameter.annotation().accept(this, null);
                }
            } else if (item instanceof TupleParameter tuple && tuple.defaultValue() != null) {
                tuple.defaultValue().accept(this, null);
            }
        }
    }

    @Override
    public final void visit(ClassDef n, Void arg) {
        for (int i = 0; i < n.decorators().size(); i++) {
            n.decorators().get(i).accept(this, null);
        }
        if (n.arguments() != null) {
            n.arguments().accept(this, null);
        }
        n.body().accept(this, null);
        name(n.name());
    }

    // ---------------------------------------------------------------- control flow

    @Override
    public final void visit(Return n, Void arg) {
        super.visit(n, null);
        state = 0;
    }

    @Override
    public final void visit(Raise n, Void arg) {
        super.visit(n, null);
        state = 0;
    }

    @Override
    public final void visit(Break n, Void arg) {
        breaks |= state;
        state = 0;
    }

    @Override
    public final void visit(Continue n, Void arg) {
        continues |= state;
        state = 0;
    }

    @Override
    public final void visit(If n, Void arg) {
        n.test().accept(this, null);
        long failed = state;
        n.body().accept(this, null);
        long left = state;
        for (Elif elif : n.elifs()) {
            state = failed;
            elif.test().accept(this, null);
            failed = state;
            elif.body().accept(this, null);
            left |= state;
        }
        state = failed;
        orElse(n.orElse());
        state |= left;
    }

    private void orElse(Else clause) {
        if (clause != null) {
            clause.body().accept(this, null);
        }
    }

    @Override
    public final void visit(While n, Void arg) {
        boolean endless = isTrue(n.test());
        loop(
                () -> n.test().accept(this, null),
                () -> {
                    if (endless) {
                        state = 0;
                    }
                },
                n.body(),
                n.orElse());
    }

    private static boolean isTrue(Expression test) {
        return test instanceof NameConstant && test.is("True")
                || test instanceof NumberConstant && test.is("1")
                || test instanceof Name && test.is("True");
    }

    @Override
    public final void visit(For n, Void arg) {
        n.iter().accept(this, null);
        long[] head = new long[1];
        loop(
                () -> {
                    head[0] = state;
                    n.target().accept(this, null);
                },
                () -> state = head[0],
                n.body(),
                n.orElse());
    }

    /**
     * Walks a loop until nothing new comes back to its head.
     *
     * @param header what is evaluated before each round
     * @param exit turns the state after the header into the one in which the loop ends without a break
     */
    private void loop(Runnable header, Runnable exit, Block body, Else orElse) {
        long outerBreaks = breaks;
        long outerContinues = continues;
        long head = state;
        long seen;
        long left;
        do {
            seen = head;
            breaks = 0;
            continues = 0;
            state = head;
            header.run();
            long entered = state;
            exit.run();
            left = state;
            state = entered;
            body.accept(this, null);
            head |= state | continues;
        } while (head != seen);
        long broken = breaks;
        breaks = outerBreaks;
        continues = outerContinues;
        state = left;
        orElse(orElse);
        state |= broken;
    }

    /** Runs code of which every statement may raise, and returns the states that it may be left in by exceptions. */
    private long raising(Runnable code) {
        Handler handler = new Handler(handlers, state);
        handlers = handler;
        code.run();
        handlers = handler.outer;
        return handler.states;
    }

    @Override
    public final void visit(With n, Void arg) {
        // The context manager may swallow an exception.
        long raised = raising(() -> {
            for (int i = 0; i < n.items().size(); i++) {
                n.items().get(i).accept(this, null);
            }
            n.body().accept(this, null);
        });
        state |= raised;
    }

    @Override
    public final void visit(Try n, Void arg) {
        if (n.finalBody() == null) {
            guarded(n);
            return;
        }
        Block last = n.finalBody().body();
        long outerBreaks = breaks;
        long outerContinues = continues;
        breaks = 0;
        continues = 0;
        long raised = raising(() -> guarded(n));
        long left = state;
        long broken = through(last, breaks);
        long continued = through(last, continues);
        breaks = outerBreaks | broken;
        continues = outerContinues | continued;
        through(last, raised);
        state = through(last, left);
    }

    private long through(Block block, long start) {
        state = start;
        block.accept(this, null);
        return state;
    }

    private void guarded(Try n) {
        long raised = raising(() -> n.body().accept(this, null));
        orElse(n.orElse());
        long left = state;
        for (ExceptHandler handler : n.handlers()) {
            state = raised;
            handler.accept(this, null);
            left |= state;
        }
        state = left;
    }

    @Override
    public final void visit(ExceptHandler n, Void arg) {
        super.visit(n, null);
        if (n.name() != null) {
            endOfHandler(n.name());
        }
    }

    /** Called where an except clause ends, which deletes its name. */
    abstract void endOfHandler(Identifier name);

    @Override
    public final void visit(Match n, Void arg) {
        n.subject().accept(this, null);
        long failed = state;
        long left = 0;
        for (MatchCase clause : n.cases()) {
            state = failed;
            clause.pattern().accept(this, null);
            // A pattern may bind some of its names and then fail.
            failed |= state;
            if (clause.guard() != null) {
                clause.guard().accept(this, null);
                failed |= state;
            } else if (clause.pattern() instanceof MatchAs capture && capture.pattern() == null) {
                failed = 0;
            }
            clause.body().accept(this, null);
            left |= state;
        }
        state = failed | left;
    }
}
