package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Name;
import java.util.Set;

/** Recognises names of tables and columns that are put into a query in the right way already. */
final class QuotedNames {
    private static final Set<String> QUOTING =
            Set.of("quote_name", "quote_ident", "quote_identifier", "quote_table_name", "quote_column_name", "qn");

    private final FileFacts facts;

    QuotedNames(FileFacts facts) {
        this.facts = facts;
    }

    /** Returns whether a name needs no report: it is quoted, one of several literals, or a constant of the class. */
    boolean isHarmless(Expression expression) {
        return isQuoted(expression) || facts.fixedTexts().isFixed(expression) || isClassConstant(expression);
    }

    /** Returns whether an expression is a name that a function has quoted. */
    boolean isQuoted(Expression expression) {
        if (expression instanceof Name name
                && expression.parsed() == facts.semantics().module().parsed()) {
            Reaching reaching = facts.semantics().reaching(name);
            return reaching != null
                    && !reaching.definitions().isEmpty()
                    && reaching.definitions().stream()
                            .allMatch(each -> each.value() instanceof Call call && isQuoted(call));
        }
        return expression instanceof Call call && isQuoted(call);
    }

    private boolean isQuoted(Call call) {
        String function = call.func() instanceof Attribute method
                ? method.attr().sourceText()
                : call.func() instanceof Name name ? name.sourceText() : "";
        if (QUOTING.contains(function)) {
            return true;
        }
        if (!function.equals("join") || call.arguments().size() != 1) {
            return false;
        }
        return call.arguments().get(0) instanceof GeneratorExp generator && isQuotingCall(generator.element())
                || call.arguments().get(0) instanceof ListComp list && isQuotingCall(list.element());
    }

    private boolean isQuotingCall(Expression element) {
        return element instanceof Call call && isQuoted(call);
    }

    /** Returns whether an expression is an attribute of self that only the class body gives a value, a literal. */
    private boolean isClassConstant(Expression expression) {
        if (!(expression instanceof Attribute attribute)) {
            return false;
        }
        ClassDef owner = facts.functions().classOfSelf(attribute.value());
        Binding member = owner == null
                ? null
                : facts.functions().member(owner, attribute.attr().sourceText());
        Definition only = member == null ? null : member.onlyDefinition();
        return only != null
                && only.value() != null
                && Constants.text(only.value()) != null
                && facts.semantics().attributeTargets().stream()
                        .noneMatch(target -> target.attr().is(attribute.attr().sourceText()));
    }
}
