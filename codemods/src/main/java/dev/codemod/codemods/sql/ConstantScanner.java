package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the constants of other files that queries are composed of, and what they are. */
final class ConstantScanner {
    /** How constants are spelled; other names are not looked up in other files. */
    private static final Pattern CONSTANT = Pattern.compile("_?[A-Z][A-Z0-9_]+");

    private ConstantScanner() {}

    /** Returns the names of constants of other files that stand in the arguments of calls that may execute queries. */
    static SortedSet<String> wanted(FileContext file) {
        SortedSet<String> names = new TreeSet<>();
        Semantics semantics = null;
        for (Call call : file.module().findAll(Call.class)) {
            if (!Targets.mayBe(call)) {
                continue;
            }
            List<Node> open = new ArrayList<>(call.arguments());
            while (!open.isEmpty()) {
                Node node = open.remove(open.size() - 1);
                String simple = node instanceof Name name
                        ? name.sourceText()
                        : node instanceof Attribute attribute ? attribute.attr().sourceText() : "";
                if (CONSTANT.matcher(simple).matches()) {
                    semantics = semantics == null ? file.semantics() : semantics;
                    if (isImported((Expression) node, semantics)) {
                        String qualified = semantics.qualifiedName((Expression) node);
                        names.add(qualified == null ? simple : qualified.substring(qualified.lastIndexOf('.') + 1));
                    }
                }
                node.addChildrenTo(open);
            }
        }
        return names;
    }

    /** Returns whether an expression is a name that an import gives, or an attribute of one. */
    static boolean isImported(Expression expression, Semantics semantics) {
        Expression first = expression;
        while (first instanceof Attribute attribute) {
            first = attribute.value();
        }
        Definition only = first instanceof Name name ? semantics.singleAssignment(name) : null;
        return only != null && (only.site() instanceof ImportFrom || only.site() instanceof Import);
    }

    /** Returns the texts of the constants of a file that others want. */
    static SortedMap<String, String> texts(FileContext file, SortedSet<String> wanted) {
        SortedMap<String, String> texts = new TreeMap<>();
        Constants constants = null;
        for (Statement statement : file.module().statements()) {
            boolean isWanted = statement instanceof Assign assign
                    && assign.targets().size() == 1
                    && assign.targets().get(0) instanceof Name name
                    && wanted.contains(name.sourceText());
            if (isWanted) {
                constants = constants == null
                        ? new Constants(file, new Code(file.level()), new TextCalls(file.semantics()), HelperFacts.NONE)
                        : constants;
                Name target = (Name) ((Assign) statement).targets().get(0);
                boolean isOnly = file.semantics().bindingOf(target).onlyDefinition() != null;
                String text = isOnly ? constants.textAssigned(((Assign) statement).value()) : null;
                if (text != null) {
                    texts.put(ConstantFacts.key(file.path(), target.sourceText()), text);
                }
            }
        }
        return texts;
    }
}
