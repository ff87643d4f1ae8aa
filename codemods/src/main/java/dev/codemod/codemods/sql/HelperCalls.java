package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.project.Use;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds the calls of a file that call a function of the project which hands its argument to a database. */
final class HelperCalls {
    private final FileContext file;
    private final HelperFacts helpers;
    private final Types types;
    private final Set<String> names;

    /** The names by which the file calls functions, as the index writes them, by the offset of the call. */
    private final Map<Integer, String> functions = new HashMap<>();

    private final Map<String, String> methods = new HashMap<>();

    HelperCalls(FileContext file, HelperFacts helpers, Types types) {
        this.file = file;
        this.helpers = helpers;
        this.types = types;
        names = helpers.names();
        if (names.isEmpty()) {
            return;
        }
        for (Use use : file.moduleFacts().uses()) {
            if (use.form().isCall() && !use.isPossible()) {
                String last = use.name().substring(use.name().lastIndexOf('.') + 1);
                methods.put(use.offset() + ":" + last, use.name());
                // Calls that start with another call share its offset; the shortest name is that of the first.
                functions.merge(use.offset(), use.name(), (a, b) -> a.length() <= b.length() ? a : b);
            }
        }
    }

    /** Returns the function that a call calls, or null if it is none of them. */
    HelperFact of(Call call) {
        if (names.isEmpty()) {
            return null;
        }
        if (call.func() instanceof Name) {
            String function = functions.get(call.func().startOffset());
            return function == null ? null : helpers.named(file.path(), function);
        }
        if (!(call.func() instanceof Attribute method)
                || !names.contains(method.attr().sourceText())) {
            return null;
        }
        String attribute = method.attr().sourceText();
        String known = methods.get(call.startOffset() + ":" + attribute);
        HelperFact helper = known == null ? null : helpers.named(file.path(), known);
        if (helper != null) {
            return helper;
        }
        Resolution type = types.typeOf(method.value());
        String ofClass = type.name() == null ? constructed(method.value()) : type.name();
        return ofClass == null ? null : helpers.named(file.path(), ofClass + "()." + attribute);
    }

    /** Returns what is called to make the value of a variable or of an attribute of self; a class, if it is one. */
    private String constructed(Expression object) {
        Expression value = null;
        if (object instanceof Name name) {
            Definition only = file.semantics().singleAssignment(name);
            value = only == null ? null : only.value();
        } else if (object instanceof Attribute attribute && attribute.value().is("self")) {
            for (Attribute target : file.semantics().attributeTargets()) {
                if (target.attr().is(attribute.attr().sourceText())) {
                    boolean isOnly = value == null
                            && classAround(target) == classAround(object)
                            && file.semantics().path(target).parent() instanceof Assign assign
                            && assign.targets().get(0) == target;
                    if (!isOnly) {
                        return null;
                    }
                    value = ((Assign) file.semantics().path(target).parent()).value();
                }
            }
        }
        return value instanceof Call call ? file.semantics().qualifiedName(call.func()) : null;
    }

    private ClassDef classAround(Expression expression) {
        return file.semantics().path(expression).enclosing(ClassDef.class);
    }
}
