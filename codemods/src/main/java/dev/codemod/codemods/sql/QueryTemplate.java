package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;

/**
 * The text of a query that is written once as a constant, {@code QUERY = "... '%s'"}, and formatted where it is executed,
 * {@code QUERY % name}. It can be rewritten if that is its only use in the file.
 */
final class QueryTemplate {
    private final Expression use;
    private final Expression operation;
    private final Definition definition;
    private final boolean isPublic;

    private QueryTemplate(Expression use, Expression operation, Definition definition, boolean isPublic) {
        this.use = use;
        this.operation = operation;
        this.definition = definition;
        this.isPublic = isPublic;
    }

    /** Returns the template that an expression formats, or null if it formats none that can be rewritten. */
    static QueryTemplate of(Expression argument, FileFacts facts) {
        Expression use = formatted(argument);
        Definition definition = definitionOf(use, facts);
        boolean isAssigned = definition != null
                && definition.site() instanceof Assign assign
                && assign.targets().size() == 1
                && assign.targets().get(0) == definition.name()
                && Constants.text(assign.value()) != null;
        if (!isAssigned) {
            return null;
        }
        Expression text = ((Assign) definition.site()).value();
        Expression operation = argument instanceof BinOp percent
                ? percent.withLeft(text)
                : ((Call) argument).withFunc(((Attribute) ((Call) argument).func()).withValue(text));
        boolean isLocal = definition.scope().kind() == ScopeKind.FUNCTION;
        boolean isPrivate = facts.semantics().text(definition.name()).startsWith("_");
        return new QueryTemplate(use, operation, definition, !isLocal && !isPrivate);
    }

    private static Expression formatted(Expression argument) {
        if (argument instanceof BinOp operation && operation.op() == Operator.MOD) {
            return operation.left();
        }
        return argument instanceof Call call
                        && call.func() instanceof Attribute method
                        && method.attr().is("format")
                ? method.value()
                : null;
    }

    private static Definition definitionOf(Expression use, FileFacts facts) {
        if (use instanceof Name name) {
            Definition only = facts.semantics().singleAssignment(name);
            Binding binding = only == null ? null : facts.semantics().bindingOf(name);
            boolean isOnlyUse = binding != null
                    && binding.onlyDefinition() == only
                    && binding.references().size() == 1;
            return isOnlyUse ? only : null;
        }
        if (!(use instanceof Attribute attribute)) {
            return null;
        }
        ClassDef owner = facts.functions().classOfSelf(attribute.value());
        if (owner == null && attribute.value() instanceof Name name) {
            Definition named = facts.semantics().singleAssignment(name);
            owner = named != null && named.site() instanceof ClassDef definition ? definition : null;
        }
        String name = attribute.attr().sourceText();
        Binding member = owner == null ? null : facts.functions().member(owner, name);
        boolean isOnlyUse = member != null
                && member.references().isEmpty()
                && facts.file().module().findAll(Attribute.class).stream()
                                .filter(each -> each.attr().is(name))
                                .count()
                        == 1
                && facts.file().module().findAll(ClassDef.class).stream()
                                .filter(each -> facts.functions().member(each, name) != null)
                                .count()
                        == 1;
        return isOnlyUse ? member.onlyDefinition() : null;
    }

    /** Returns the operation as if the text were written in it. */
    Expression operation() {
        return operation;
    }

    /** Returns what assigns the text. */
    Assign assignment() {
        return (Assign) definition.site();
    }

    /** Returns whether other files may use the text. */
    boolean isPublic() {
        return isPublic;
    }

    /** Returns the new text, of the operation as it was rewritten. */
    Expression text(Expression rewritten) {
        Expression formatted = isOperation(rewritten) ? formatted(rewritten) : null;
        return formatted == null ? rewritten : formatted;
    }

    /** Returns the new query of the call, of the operation as it was rewritten. */
    Expression query(Expression rewritten) {
        if (!isOperation(rewritten)) {
            return use;
        }
        return rewritten instanceof BinOp percent
                ? percent.withLeft(use)
                : ((Call) rewritten).withFunc(((Attribute) ((Call) rewritten).func()).withValue(use));
    }

    private static boolean isOperation(Expression rewritten) {
        return rewritten instanceof Call || rewritten instanceof BinOp operation && operation.op() == Operator.MOD;
    }
}
