package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Expression;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Name;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import java.util.ArrayList;
import java.util.List;

/** Finds the text of names that are assigned one literal and nothing else. */
final class Constants {
    /** How deep constants may be composed of others. */
    private static final int MAXIMAL_DEPTH = 5;

    private final Semantics semantics;
    private final Code code;
    private final TextCalls calls;
    private final String path;
    private final HelperFacts helpers;

    Constants(FileContext file, Code code, TextCalls calls, HelperFacts helpers) {
        this.semantics = file.semantics();
        this.path = file.path();
        this.helpers = helpers;
        this.code = code;
        this.calls = calls;
    }

    /** Returns the text of a constant, or null if the expression is none. */
    String textOf(Expression expression) {
        return textOf(expression, 0);
    }

    private String textOf(Expression expression, int depth) {
        String literal = text(expression);
        if (literal != null) {
            return literal;
        }
        if (expression.parsed() != semantics.module().parsed()) {
            return null;
        }
        String elsewhere = imported(expression);
        if (elsewhere != null || !(expression instanceof Name name)) {
            return elsewhere;
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
        return isElsewhere ? null : composed(definition.value(), depth + 1);
    }

    /** Returns the text of what a constant is assigned, or null if it is not known. */
    String textAssigned(Expression value) {
        return composed(value, 1);
    }

    /** Returns the text of a constant of another file, or null if the expression is none. */
    private String imported(Expression expression) {
        boolean isName = expression instanceof Name || expression instanceof Attribute;
        return isName && helpers.hasConstants() && ConstantScanner.isImported(expression, semantics)
                ? helpers.constant(path, semantics.qualifiedName(expression))
                : null;
    }

    /** Returns the text of a constant that is composed of other constants, numbers included. */
    private String composed(Expression value, int depth) {
        if (depth > MAXIMAL_DEPTH) {
            return null;
        }
        if (value instanceof Name) {
            return textOf(value, depth);
        }
        Query query;
        try {
            query = QueryComposer.compose(value, part -> partOf(part, depth), code, calls);
        } catch (CompositionProblem problem) {
            return null;
        }
        return query == null || query.hasValues() ? null : query.text();
    }

    private String partOf(Expression part, int depth) {
        String text = textOf(part, depth);
        if (text != null || !(part instanceof Name name)) {
            return text;
        }
        Definition definition = semantics.singleAssignment(name);
        boolean isNumber = definition != null
                && definition.kind() == BindingKind.ASSIGNMENT
                && definition.value() instanceof NumberConstant number
                && number.sourceText().matches("0|[1-9]\\d*");
        return isNumber ? definition.value().sourceText() : null;
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
