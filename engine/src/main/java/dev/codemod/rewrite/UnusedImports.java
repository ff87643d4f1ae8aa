package dev.codemod.rewrite;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Global;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.InterpolatedText;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parsed;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import java.util.regex.Pattern;

/** Removes the imports of one module, or of one member of a module, that a file no longer uses. */
final class UnusedImports {
    private static final String[] REFLECTION = {"globals", "locals", "vars", "eval", "exec"};

    private final Module module;
    private final String qualifiedName;

    UnusedImports(Module module, String qualifiedName) {
        this.module = module;
        this.qualifiedName = qualifiedName;
    }

    /** Returns the module without them; see {@link Imports#removeIfUnused} for what is kept. */
    Module removed() {
        String file = module.parsed().source().name();
        if (file.endsWith("__init__.py") || file.endsWith(".pyi") || mayUseAnyName()) {
            return module;
        }
        NodeList<Statement> statements = module.statements();
        for (Statement statement : module.statements()) {
            Statement remaining = remaining(statement);
            if (remaining == null) {
                statements = statements.without(statement);
            } else if (remaining != statement) {
                statements = statements.replace(statement, remaining);
            }
        }
        return module.withStatements(statements);
    }

    /** Returns whether the file looks names up that nobody can see. */
    private boolean mayUseAnyName() {
        for (Name name : module.findAll(Name.class)) {
            for (String reflection : REFLECTION) {
                if (name.is(reflection)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isInTypeComment(String name) {
        Pattern type = Pattern.compile("#\\s*type:.*\\b" + Pattern.quote(name) + "\\b.*");
        Parsed parsed = module.parsed();
        for (int i = 0; i < parsed.tape().commentCount(); i++) {
            String comment = parsed.source()
                    .text(parsed.tape().commentStart(i), parsed.tape().commentEnd(i));
            if (type.matcher(comment).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Returns a statement without the unused names, or null if nothing is left of it. */
    private Statement remaining(Statement statement) {
        if (statement.isEdited() || !(statement instanceof Import || statement instanceof ImportFrom)) {
            return statement;
        }
        NodeList<Alias> names = statement instanceof Import plain ? plain.names() : ((ImportFrom) statement).names();
        NodeList<Alias> kept = names;
        for (Alias alias : names) {
            if (isMeant(statement, alias)
                    && !ImportNames.isReexport(alias)
                    && isUnused(alias)
                    && !hasComment(statement)) {
                kept = kept.without(alias);
            }
        }
        if (kept.isEmpty() && !names.isEmpty()) {
            return null;
        }
        return statement instanceof Import plain ? plain.withNames(kept) : ((ImportFrom) statement).withNames(kept);
    }

    private boolean isMeant(Statement statement, Alias alias) {
        String name = alias.name().sourceText();
        if (statement instanceof ImportFrom from) {
            return from.level() == 0
                    && from.module() != null
                    && (from.module().sourceText() + "." + name).equals(qualifiedName);
        }
        return name.equals(qualifiedName);
    }

    private static boolean hasComment(Statement statement) {
        return Comments.of(statement.parsed()).trailing(statement) != null
                || !Comments.of(statement.parsed()).within(statement).isEmpty();
    }

    private boolean isUnused(Alias alias) {
        Identifier bound =
                alias.asName() != null ? alias.asName() : alias.name().names().first();
        String name = bound.sourceText();
        Pattern mention =
                Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "\\.\\w|[\"']" + Pattern.quote(name) + "[\"']");
        for (Node node : module.findAll(Node.class)) {
            if (node instanceof Name use && use.is(name)
                    || node instanceof Global declaration
                            && declaration.names().stream().anyMatch(n -> n.is(name))
                    || isText(node) && mention.matcher(node.sourceText()).find()) {
                return false;
            }
        }
        return !isInTypeComment(name);
    }

    private static boolean isText(Node node) {
        return node instanceof StringConstant || node instanceof InterpolatedText;
    }
}
