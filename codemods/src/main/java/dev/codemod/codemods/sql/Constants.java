package dev.codemod.codemods.sql;

import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Finds the text of names that are assigned one literal and nothing else. */
final class Constants {
    private final Semantics semantics;

    Constants(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns the text of a constant, or null if the expression is none. */
    String textOf(Expression expression) {
        String literal = text(expression);
        if (literal != null) {
            return literal;
        }
        if (!(expression instanceof Name name)
                || name.parsed() != semantics.module().parsed()) {
            return null;
        }
        Definition definition = semantics.singleAssignment(name);
        boolean isAssigned = definition != null
                && (definition.kind() == BindingKind.ASSIGNMENT
                        || definition.kind() == BindingKind.ANNOTATED_ASSIGNMENT);
        if (!isAssigned || definition.value() == null) {
            return null;
        }
        boolean isElsewhere = semantics.bindingOf(name).onlyDefinition() == null
                && definition.scope().kind() == ScopeKind.MODULE;
        return isElsewhere ? null : text(definition.value());
    }

    /** Returns the text of a constant, or the literal text before the first value of a composed one; null if none. */
    String startOf(Expression expression) {
        if (expression instanceof BinOp operation) {
            return startOf(operation.left());
        }
        if (expression instanceof Call call
                && call.func() instanceof Attribute method
                && method.attr().is("format")) {
            return startOf(method.value());
        }
        if (expression instanceof JoinedStr joined) {
            Piece piece = new Piece(joined, Layer.FIELDS, null, 0);
            String body = piece.source().substring(piece.bodyStart(), piece.bodyEnd());
            int field = body.indexOf('{');
            return field < 0 ? body : body.substring(0, field);
        }
        if (expression instanceof ConcatenatedString concatenated) {
            return startOf(concatenated.parts().first());
        }
        return textOf(expression);
    }

    /** Returns whether an expression is the variable of a loop over literals that are written out. */
    boolean isOneOfLiterals(Expression expression) {
        if (!(expression instanceof Name name)
                || name.parsed() != semantics.module().parsed()) {
            return false;
        }
        Definition definition = semantics.singleAssignment(name);
        if (definition == null || !(definition.site() instanceof For loop) || loop.target() != definition.name()) {
            return false;
        }
        List<Expression> elements = List.of();
        if (loop.iter() instanceof Tuple tuple) {
            elements = tuple.elements();
        } else if (loop.iter() instanceof ListDisplay list) {
            elements = list.elements();
        }
        return !elements.isEmpty() && elements.stream().allMatch(element -> text(element) != null);
    }

    /** Returns the text of a literal without values, or null. */
    static String text(Expression expression) {
        List<StringPart> parts = new ArrayList<>();
        if (expression instanceof ConcatenatedString concatenated) {
            parts.addAll(concatenated.parts());
        } else if (expression instanceof StringPart part) {
            parts.add(part);
        }
        if (parts.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (StringPart part : parts) {
            if (!(part instanceof StringConstant)) {
                return null;
            }
            Piece piece = new Piece(part, Layer.NONE, null, 0);
            for (QueryCharacter character : LiteralReader.read(piece, piece.bodyStart(), piece.bodyEnd())) {
                text.append(character.character());
            }
        }
        return text.toString();
    }
}
