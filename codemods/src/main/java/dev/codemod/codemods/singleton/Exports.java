package dev.codemod.codemods.singleton;

import dev.codemod.rewrite.Snippet;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The {@code __all__} of a module. */
final class Exports {
    private Exports() {}

    /** Returns whether the node at the end of a path is an element of an {@code __all__} list or tuple. */
    static boolean isExportList(Path path) {
        Node statement = path.ancestor(2);
        boolean isList = path.parent() instanceof ListDisplay || path.parent() instanceof Tuple;
        return isList
                && (statement instanceof Assign assign && isAll(assign.targets())
                        || statement instanceof AugAssign add && Text.isName(add.target(), "__all__"));
    }

    private static boolean isAll(NodeList<Expression> targets) {
        return targets.size() == 1 && Text.isName(targets.first(), "__all__");
    }

    /** Returns the statement that defines the list, if it is one display at the top of the module; else null. */
    static Assign statement(Module module) {
        for (Statement statement : module.statements()) {
            if (statement instanceof Assign assign && isAll(assign.targets()) && elements(assign) != null) {
                return assign;
            }
        }
        return null;
    }

    static NodeList<Expression> elements(Assign assign) {
        if (assign.value() instanceof ListDisplay list) {
            return list.elements();
        }
        return assign.value() instanceof Tuple tuple ? tuple.elements() : null;
    }

    /** Returns whether any {@code __all__} of the module, in whatever way it is made, may hold a name. */
    static boolean contains(Module module, String name) {
        for (Statement statement : module.statements()) {
            boolean isExport = statement instanceof Assign assign && isAll(assign.targets())
                    || statement instanceof AugAssign add && Text.isName(add.target(), "__all__");
            if (isExport) {
                for (StringConstant string : statement.findAll(StringConstant.class)) {
                    if (name.equals(Text.content(string))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Adds names to the {@code __all__} of a module, those that it has left out; without one nothing happens. */
    static void add(Module module, Collection<String> names, TreeReplacer replacer) {
        Assign assign = statement(module);
        List<Expression> elements = new ArrayList<>();
        for (String name : names) {
            if (!contains(module, name)) {
                elements.add(Snippet.expression("\"" + name + "\"").build());
            }
        }
        if (assign == null || elements.isEmpty()) {
            return;
        }
        NodeList<Expression> list = elements(assign);
        for (Expression element : elements) {
            list = list.append(element);
        }
        Node value = assign.value();
        replacer.replace(
                value,
                value instanceof Tuple tuple ? tuple.withElements(list) : ((ListDisplay) value).withElements(list));
    }
}
