package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Symbol;
import dev.codemod.semantics.SymbolKind;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Call;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Subscript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The stretches of a function between a look at state that other tasks can see and the assignment that rests on it.
 *
 * <p>Without an {@code await} nothing can come between the two. These are: an augmented assignment, an assignment whose
 * value reads its own target, also by way of local variables, and an {@code if} whose condition reads what a later
 * statement assigns or changes in place. State is compared by its text.
 */
final class SharedState {
    /** From the token that reads to the last token of the statement that writes. */
    private record Stretch(int from, int to) {}

    /** What a statement writes; its value is null if it writes no new one, but changes a collection. */
    private record Write(String state, Expression value, Node statement) {}

    private final Semantics semantics;
    private final List<Stretch> stretches = new ArrayList<>();

    /** Where the values of local variables were read from shared state. */
    private final Map<Symbol, List<Expression>> origins = new HashMap<>();

    private SharedState(Semantics semantics) {
        this.semantics = semantics;
    }

    static SharedState of(FunctionDef function, Semantics semantics) {
        SharedState state = new SharedState(semantics);
        List<Write> writes = new ArrayList<>();
        for (AugAssign statement : function.findAll(AugAssign.class)) {
            state.addWrites(statement.target(), statement.value(), statement, writes);
            if (state.isShared(statement.target())) {
                state.add(statement.target(), statement);
            }
        }
        for (Assign statement : function.findAll(Assign.class)) {
            for (Expression target : statement.targets()) {
                state.addWrites(target, statement.value(), statement, writes);
                state.addSelfReference(target, statement.value(), statement);
            }
        }
        for (AnnAssign statement : function.findAll(AnnAssign.class)) {
            if (statement.value() != null) {
                state.addWrites(statement.target(), statement.value(), statement, writes);
                state.addSelfReference(statement.target(), statement.value(), statement);
            }
        }
        function.findAll(Call.class).forEach(call -> state.addChange(call, writes));
        function.findAll(Delete.class).forEach(statement -> state.addDeletions(statement, function, writes));
        writes.forEach(state::addCopies);
        function.findAll(If.class).forEach(check -> state.addCheck(check.test(), writes));
        function.findAll(Elif.class).forEach(check -> state.addCheck(check.test(), writes));
        return state;
    }

    /** Returns whether a node stands between a look at shared state and the assignment that rests on it. */
    boolean isBetweenReadAndWrite(Node node) {
        return stretches.stream()
                .anyMatch(stretch -> stretch.from() < node.firstToken() && node.lastToken() <= stretch.to());
    }

    private void add(Node read, Node write) {
        stretches.add(new Stretch(read.firstToken(), write.lastToken()));
    }

    private void addWrites(Expression target, Expression value, Node statement, List<Write> writes) {
        for (Expression part : sharedParts(target)) {
            writes.add(new Write(part.sourceText(), value, statement));
            Expression base = part;
            while (base instanceof Subscript subscript) {
                base = subscript.value();
            }
            if (base != part) {
                writes.add(new Write(base.sourceText(), value, statement));
            }
        }
    }

    private void addChange(Call call, List<Write> writes) {
        if (SharedCollections.isChange(call)) {
            Expression collection = ((Attribute) call.func()).value();
            sharedParts(collection).forEach(part -> writes.add(new Write(part.sourceText(), null, call)));
        }
    }

    /** {@code del jobs[0]} means what {@code jobs[0]} was when it was read before. */
    private void addDeletions(Delete statement, FunctionDef function, List<Write> writes) {
        for (Expression target : statement.targets()) {
            addWrites(target, null, statement, writes);
            for (Expression read :
                    target instanceof Subscript ? function.findAll(Subscript.class) : List.<Expression>of()) {
                boolean isSame = read != target && read.sourceText().equals(target.sourceText());
                if (isSame && read.lastToken() < statement.firstToken()) {
                    add(read, statement);
                }
            }
        }
    }

    /** {@code n = self.n} and later {@code self.n = n + 1}, with any number of local variables in between. */
    private void addCopies(Write write) {
        if (write.value() == null) {
            return;
        }
        for (Name name : write.value().findAll(Name.class)) {
            for (Expression read : originsOf(name)) {
                if (read.sourceText().equals(write.state())
                        && read.lastToken() < write.statement().firstToken()) {
                    add(read, write.statement());
                }
            }
        }
    }

    private List<Expression> originsOf(Name name) {
        Symbol symbol = semantics.symbolOf(name);
        if (symbol == null || isShared(name)) {
            return List.of();
        }
        List<Expression> known = origins.get(symbol);
        if (known == null) {
            known = new ArrayList<>();
            origins.put(symbol, known);
            for (Definition definition : symbol.binding().definitions()) {
                if (definition.value() != null) {
                    known.addAll(reads(definition.value()));
                    for (Name source : definition.value().findAll(Name.class)) {
                        known.addAll(List.copyOf(originsOf(source)));
                    }
                }
            }
        }
        return known;
    }

    private void addSelfReference(Expression target, Expression value, Node statement) {
        Set<String> states = new TreeSet<>();
        sharedParts(target).forEach(part -> states.add(part.sourceText()));
        for (Expression read : reads(value)) {
            if (states.contains(read.sourceText())) {
                add(read, statement);
            }
        }
    }

    private void addCheck(Expression test, List<Write> writes) {
        for (Expression read : reads(test)) {
            String text = read.sourceText();
            for (Write write : writes) {
                if (write.state().equals(text) && write.statement().firstToken() > test.lastToken()) {
                    add(read, write.statement());
                }
            }
        }
    }

    private static List<Expression> reads(Expression expression) {
        List<Expression> reads = new ArrayList<>(expression.findAll(Attribute.class));
        reads.addAll(expression.findAll(Subscript.class));
        reads.addAll(expression.findAll(Name.class));
        return reads;
    }

    /** Returns the parts of an assignment's target that other tasks can see. */
    private List<Expression> sharedParts(Expression target) {
        if (target instanceof Attribute || target instanceof Subscript || target instanceof Name) {
            return isShared(target) ? List.of(target) : List.of();
        }
        List<Expression> parts = new ArrayList<>();
        for (Node child : target.children()) {
            if (child instanceof Expression expression) {
                parts.addAll(sharedParts(expression));
            }
        }
        return parts;
    }

    /** Only a name of the function's own scope is out of reach for other tasks. */
    private boolean isShared(Expression target) {
        if (!(target instanceof Name)) {
            return true;
        }
        Symbol symbol = semantics.symbolOf(target);
        return symbol == null
                || symbol.kind() != SymbolKind.LOCAL
                || symbol.scope().kind() != ScopeKind.FUNCTION;
    }
}
