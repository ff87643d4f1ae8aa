package dev.codemod.rewrite;

import dev.codemod.lexer.TokenTape;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Block;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Clause;
import dev.codemod.tree.FunctionDef;
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
import dev.codemod.tree.Try;
import java.util.Set;
import java.util.regex.Pattern;

/** Removes the imports of modules, or of members of modules, that a file no longer uses. */
final class UnusedImports {
    private static final String[] REFLECTION = {"globals", "locals", "vars", "eval", "exec"};

    /** Comments that say that an import is there although nothing seems to use it. */
    private static final Pattern ABOUT_IMPORTS =
            Pattern.compile("(?i)noqa|F401|unused|pylint|flake8|pyflakes|type:|re-?export|side.effect");

    private static final Pattern ANNOTATION_SPACE = Pattern.compile("\\s*([\\[\\],|])\\s*");
    private static final Pattern ANNOTATION = Pattern.compile("[\\w.\\[\\],|'\"]+");

    private final Module module;
    private final Set<String> qualifiedNames;
    private final TreeReplacer replacer = new TreeReplacer();

    /** Creates a removal of imports of these modules and members. */
    UnusedImports(Module module, Set<String> qualifiedNames) {
        this.module = module;
        this.qualifiedNames = qualifiedNames;
    }

    /** Returns the module without them; see {@link Imports#removeIfUnused} for what is kept. */
    Module removed() {
        String file = module.parsed().source().name();
        if (file.endsWith("__init__.py") || file.endsWith(".pyi") || mayUseAnyName()) {
            return module;
        }
        search(module.statements(), module);
        return replacer.apply(module);
    }

    /**
     * Searches statements and the blocks in them.
     *
     * @param scope the module or function whose names they bind; null for those of a class and what a try statement
     *     guards, whose imports stay
     */
    private void search(NodeList<? extends Statement> statements, Node scope) {
        int left = statements.size();
        for (Statement statement : statements) {
            boolean isImport = ImportNames.isImport(statement);
            Statement remaining = isImport && scope != null ? remaining(statement, scope) : statement;
            if (remaining == null && (left > 1 || scope == module && statements == module.statements())) {
                replacer.remove(statement);
                left--;
            } else if (remaining != null && remaining != statement) {
                replacer.replace(statement, remaining);
            }
            if (statement instanceof FunctionDef function) {
                search(function.body().statements(), function);
            } else if (!isImport) {
                searchBelow(statement, statement instanceof ClassDef || statement instanceof Try ? null : scope);
            }
        }
    }

    private void searchBelow(Node node, Node scope) {
        for (Node child : node.children()) {
            if (child instanceof Block block) {
                search(block.statements(), scope);
            } else if (child instanceof Clause) {
                searchBelow(child, scope);
            }
        }
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
    private Statement remaining(Statement statement, Node scope) {
        if (statement.isEdited()) {
            return statement;
        }
        String trailing = Comments.of(statement.parsed()).trailing(statement);
        if (trailing != null && ABOUT_IMPORTS.matcher(trailing).find()) {
            return statement;
        }
        NodeList<Alias> names = statement instanceof Import plain ? plain.names() : ((ImportFrom) statement).names();
        NodeList<Alias> kept = names;
        for (int i = 0; i < names.size(); i++) {
            Alias alias = names.get(i);
            int end = i + 1 < names.size() ? names.get(i + 1).startOffset() : statement.endOffset();
            if (isMeant(statement, alias)
                    && !ImportNames.isReexport(alias)
                    && isUnused(alias, scope)
                    && !hasComment(statement, alias.startOffset(), end)) {
                kept = kept.without(alias);
            }
        }
        if (kept.size() == names.size()) {
            return statement;
        }
        if (kept.isEmpty()) {
            return trailing != null || hasComment(statement, statement.startOffset(), statement.endOffset())
                    ? statement
                    : null;
        }
        return statement instanceof Import plain ? plain.withNames(kept) : ((ImportFrom) statement).withNames(kept);
    }

    private boolean isMeant(Statement statement, Alias alias) {
        String name = alias.name().sourceText();
        if (statement instanceof ImportFrom from) {
            return from.level() == 0
                    && from.module() != null
                    && qualifiedNames.contains(from.module().sourceText() + "." + name);
        }
        return qualifiedNames.contains(name);
    }

    /** Returns whether a comment begins between two offsets. */
    private static boolean hasComment(Statement statement, int from, int to) {
        TokenTape tape = statement.parsed().tape();
        for (int i = 0; i < tape.commentCount(); i++) {
            if (tape.commentStart(i) >= from && tape.commentStart(i) < to) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnused(Alias alias, Node scope) {
        Identifier bound =
                alias.asName() != null ? alias.asName() : alias.name().names().first();
        String name = bound.sourceText();
        Pattern mention =
                Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "\\.\\w|[\"']" + Pattern.quote(name) + "[\"']");
        for (Node node : scope.findAll(Node.class)) {
            if (node instanceof Name use && use.is(name)
                    || node instanceof Global declaration
                            && declaration.names().stream().anyMatch(n -> n.is(name))
                    || isText(node) && mention.matcher(node.sourceText()).find()
                    || node instanceof StringConstant text && isInAnnotation(name, text)) {
                return false;
            }
        }
        return !isInTypeComment(name);
    }

    /** Returns whether a string that may be a quoted annotation holds a name: {@code "List[Mapping]"}. */
    private static boolean isInAnnotation(String name, StringConstant text) {
        String code = ANNOTATION_SPACE.matcher(text.sourceText()).replaceAll("$1");
        return ANNOTATION.matcher(code).matches()
                && Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(code)
                        .find();
    }

    private static boolean isText(Node node) {
        return node instanceof StringConstant || node instanceof InterpolatedText;
    }
}
