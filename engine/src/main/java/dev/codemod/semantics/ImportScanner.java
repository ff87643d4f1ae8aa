package dev.codemod.semantics;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.VoidVisitorAdapter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds in one file what {@link ImportFacts} keep. */
final class ImportScanner extends VoidVisitorAdapter<Void> {
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)+(:[A-Za-z_][\\w.]*)?");
    private static final Pattern ENTRY_POINT = Pattern.compile("[A-Za-z_]\\w*:[A-Za-z_][\\w.]*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

    private final String path;
    private final Semantics semantics;
    private final ModuleName moduleName;

    /** What the file itself defines starts so; it is not mentioned to others. */
    private final String ownPrefix;

    /** The first place of each mention, by kind and name. */
    private final Map<String, Mention> mentions = new HashMap<>();

    private final List<ImportFacts.Export> exports = new ArrayList<>();
    private final List<String> starModules = new ArrayList<>();

    ImportScanner(String path, Semantics semantics) {
        this.path = path;
        this.semantics = semantics;
        moduleName = semantics.moduleName();
        ownPrefix = moduleName.qualify("");
    }

    ImportFacts scan() {
        collectStars(semantics.scope());
        semantics.module().accept(this, null);
        collectExports();
        return ImportFacts.of(mentions.values(), exports);
    }

    private void collectStars(Scope scope) {
        Deque<Scope> open = new ArrayDeque<>(List.of(scope));
        while (!open.isEmpty()) {
            Scope next = open.pop();
            for (ImportFrom star : next.starImports()) {
                starModules.add(moduleName.imported(star));
            }
            open.addAll(next.children());
        }
    }

    private void add(Mention.Kind kind, Node node, String name) {
        mentions.merge(
                kind + " " + name, new Mention(path, node.line(), kind, name), (a, b) -> a.line() <= b.line() ? a : b);
    }

    private void collectExports() {
        if (moduleName.name() == null) {
            return;
        }
        for (ImportFrom star : semantics.scope().starImports()) {
            exports.add(
                    new ImportFacts.Export(moduleName.qualify("*"), ModuleName.member(moduleName.imported(star), "*")));
        }
        for (Binding binding : semantics.scope().bindings()) {
            String name = moduleName.qualify(binding.name());
            for (String target : semantics.everyNameOf(binding)) {
                if (!target.equals(name)) {
                    exports.add(new ImportFacts.Export(name, target));
                }
            }
        }
    }

    @Override
    public void visit(Import n, Void arg) {
        for (Alias alias : n.names()) {
            add(Mention.Kind.IMPORT, alias, ModuleName.dotted(alias.name()));
        }
    }

    @Override
    public void visit(ImportFrom n, Void arg) {
        String module = moduleName.imported(n);
        if (n.isStar()) {
            add(Mention.Kind.STAR_IMPORT, n, ModuleName.member(module, "*"));
        }
        for (Alias alias : n.names()) {
            add(Mention.Kind.FROM_IMPORT, alias, ModuleName.member(module, ModuleName.dotted(alias.name())));
        }
    }

    @Override
    public void visit(Attribute n, Void arg) {
        Expression root = n;
        StringBuilder suffix = new StringBuilder();
        while (root instanceof Attribute step) {
            suffix.insert(0, "." + semantics.text(step.attr()));
            root = step.value();
        }
        if (root instanceof Name name) {
            reference(name, suffix.toString());
        } else {
            root.accept(this, null);
        }
    }

    @Override
    public void visit(Name n, Void arg) {
        Symbol symbol = semantics.symbolOf(n);
        if (symbol != null && !isBoundHere(symbol, n)) {
            reference(n, "");
        }
    }

    private static boolean isBoundHere(Symbol symbol, Name name) {
        for (Definition definition : symbol.definitions()) {
            if (definition.name() == name) {
                return true;
            }
        }
        return false;
    }

    private void reference(Name root, String suffix) {
        Symbol symbol = semantics.symbolOf(root);
        if (symbol == null) {
            return;
        }
        if (symbol.binding() == null) {
            for (String module : starModules) {
                add(Mention.Kind.STAR_REFERENCE, root, ModuleName.member(module, symbol.name()) + suffix);
            }
            return;
        }
        for (String name : semantics.everyNameOf(symbol.binding())) {
            if (!name.startsWith(ownPrefix)) {
                add(Mention.Kind.REFERENCE, root, name + suffix);
            }
        }
    }

    @Override
    public void visit(StringConstant n, Void arg) {
        String content = content(n);
        if (DOTTED.matcher(content).matches() || ENTRY_POINT.matcher(content).matches()) {
            add(Mention.Kind.STRING, n, content.replace(':', '.'));
        }
    }

    @Override
    public void visit(Call n, Void arg) {
        NodeList<Argument> arguments = n.arguments();
        if (arguments.size() >= 2
                && arguments.get(0) instanceof Expression object
                && arguments.get(1) instanceof StringConstant name
                && IDENTIFIER.matcher(content(name)).matches()) {
            for (String denoted : semantics.resolve(object).names()) {
                add(Mention.Kind.ATTRIBUTE_STRING, name, denoted + "." + content(name));
            }
        }
        super.visit(n, null);
    }

    /** Returns what stands between the quotes of a string, escapes as written. */
    private static String content(StringConstant string) {
        String text = string.sourceText();
        int start = 0;
        while (text.charAt(start) != '"' && text.charAt(start) != '\'') {
            start++;
        }
        String quotes = text.startsWith("\"\"\"", start) || text.startsWith("'''", start)
                ? text.substring(start, start + 3)
                : text.substring(start, start + 1);
        start += quotes.length();
        int end = text.endsWith(quotes) ? text.length() - quotes.length() : text.length();
        return text.substring(start, Math.max(start, end));
    }
}
