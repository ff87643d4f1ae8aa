package dev.codemod.codemods.singleton;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one file says that may be a name of another file's: collected once, and then asked about every module. */
final class FileMentions {
    /** An import statement with {@code from}; {@code module} is absolute, as far as the path of the file tells. */
    record From(ImportFrom statement, String module, List<String> names) {}

    /** An attribute and the last name of what it belongs to, empty if that is no name. */
    record Member(Attribute attribute, String owner, String name) {}

    /** A string that is no documentation, with what stands between its quotes. */
    record Literal(StringConstant node, String content, List<List<String>> dotted) {}

    final List<From> froms = new ArrayList<>();
    final List<String> imports = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Literal> literals = new ArrayList<>();

    /** The keywords of {@code patch.multiple(module, NAME=value)}, which replace attributes. */
    final List<Keyword> patches = new ArrayList<>();

    /** Every part of every dotted name in the strings. */
    final Set<String> literalParts = new HashSet<>();

    private final String path;
    private final ModulePath own;

    FileMentions(String path, Module module) {
        this.path = path;
        this.own = ModulePath.of(path);
        List<Keyword> keywords = new ArrayList<>();
        boolean isPatching = false;
        Set<Node> documentation = new HashSet<>();
        for (Node node : module.findAll(Node.class)) {
            if (node instanceof Attribute attribute) {
                members.add(new Member(
                        attribute, lastName(attribute.value()), attribute.attr().sourceText()));
            } else if (node instanceof ExpressionStatement statement) {
                documentation.add(statement.value());
            } else if (node instanceof StringConstant string && !documentation.contains(string)) {
                add(string);
            } else if (node instanceof Keyword keyword && keyword.name() != null) {
                keywords.add(keyword);
            } else if (node instanceof Call call
                    && call.func() instanceof Attribute function
                    && function.attr().is("multiple")) {
                isPatching = true;
            } else if (node instanceof ImportFrom statement) {
                add(statement);
            } else if (node instanceof Import statement) {
                for (Alias alias : statement.names()) {
                    imports.add(alias.name().sourceText());
                }
            }
        }
        if (isPatching) {
            patches.addAll(keywords);
        }
    }

    /** Returns the names that the file imports or reads as attributes. */
    NamesFact names() {
        Set<String> found = new TreeSet<>();
        imports.forEach(module -> found.add(NamesFact.IMPORT + module));
        froms.forEach(from -> {
            found.add(NamesFact.IMPORT + from.module());
            found.addAll(from.names());
        });
        members.forEach(member -> found.add(member.name()));
        return new NamesFact(path, List.copyOf(found));
    }

    private void add(ImportFrom statement) {
        String dotted = statement.module() == null ? "" : statement.module().sourceText();
        List<String> names = new ArrayList<>();
        for (Alias alias : statement.names()) {
            names.add(alias.name().sourceText());
        }
        froms.add(new From(statement, own.imported(statement.level(), dotted.replaceAll("\\s", "")), names));
    }

    private void add(StringConstant string) {
        String content = Text.content(string);
        List<List<String>> dotted = DottedNames.in(content);
        dotted.forEach(literalParts::addAll);
        literals.add(new Literal(string, content, dotted));
    }

    private static String lastName(Expression expression) {
        if (expression instanceof Attribute attribute) {
            return attribute.attr().sourceText();
        }
        return expression instanceof Name ? expression.sourceText() : "";
    }
}
