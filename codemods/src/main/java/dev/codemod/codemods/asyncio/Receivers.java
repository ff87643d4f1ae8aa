package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Symbol;
import dev.codemod.semantics.SymbolKind;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.WithItem;

/** Tells objects that one call of a function made for itself from those that other tasks may use at the same time. */
final class Receivers {
    private static final int LONGEST_CHAIN = 20;

    private final Semantics semantics;
    private final Types types;

    Receivers(Semantics semantics, Types types) {
        this.semantics = semantics;
        this.types = types;
    }

    /** Returns whether no other task can use an object while this function waits for a thread that does. */
    boolean isOwn(Expression receiver) {
        return isOwn(receiver, 0);
    }

    private boolean isOwn(Expression receiver, int depth) {
        if (depth > LONGEST_CHAIN) {
            return false;
        }
        if (receiver instanceof Attribute attribute) {
            return isOwn(attribute.value(), depth + 1);
        }
        if (receiver instanceof Subscript subscript) {
            return isOwn(subscript.value(), depth + 1);
        }
        if (receiver instanceof Await await) {
            return isOwn(await.value(), depth + 1);
        }
        if (receiver instanceof Call call) {
            return isForeign(call.func())
                    || call.func() instanceof Attribute method
                            && (isThreadSafe(method.value()) || isOwn(method.value(), depth + 1));
        }
        return receiver instanceof Name name && isOwnName(name, depth);
    }

    /** What a thread-safe object makes, such as the pipeline of a client, it makes anew. */
    private boolean isThreadSafe(Expression maker) {
        Resolution type = types.typeOf(maker);
        return type.isKnown() && type.names().stream().allMatch(BlockingCalls.table()::isThreadSafe);
    }

    /** Returns whether a function or class is imported or built in: its calls make new objects. */
    private boolean isForeign(Expression function) {
        Expression root = function;
        while (root instanceof Attribute attribute) {
            root = attribute.value();
        }
        if (!(root instanceof Name) || semantics.qualifiedName(function) == null) {
            return false;
        }
        Binding binding = semantics.bindingOf(root);
        return binding == null
                || binding.definitions().stream()
                        .allMatch(definition -> definition.kind() == BindingKind.IMPORT
                                || definition.kind() == BindingKind.FROM_IMPORT);
    }

    private boolean isOwnName(Name name, int depth) {
        Symbol symbol = semantics.symbolOf(name);
        if (symbol == null
                || symbol.kind() != SymbolKind.LOCAL
                || symbol.isParameter()
                || symbol.scope().kind() != ScopeKind.FUNCTION) {
            return false;
        }
        Reaching reaching = semantics.reaching(name);
        return reaching != null
                && !reaching.definitions().isEmpty()
                && reaching.definitions().stream().allMatch(definition -> isMadeHere(definition, depth));
    }

    private boolean isMadeHere(Definition definition, int depth) {
        Expression value =
                definition.kind() == BindingKind.WITH ? ((WithItem) definition.site()).context() : definition.value();
        return value != null && (value.is("None") || isOwn(value, depth + 1));
    }
}
