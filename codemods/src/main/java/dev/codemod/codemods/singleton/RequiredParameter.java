package dev.codemod.codemods.singleton;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Statement;

/** Finds what the construction of a class cannot do without. */
final class RequiredParameter {
    private RequiredParameter() {}

    /** Returns a parameter that must be passed to construct the class; empty if there is none. */
    static String of(ClassView view) {
        if (view.isDataclass()) {
            return field(view);
        }
        FunctionDef init = view.method("__init__");
        if (init == null) {
            return view.foreign().required();
        }
        boolean isSelf = true;
        for (ParameterItem item : init.parameters().items()) {
            if (!(item instanceof Parameter parameter)) {
                continue;
            }
            boolean isRequired = !parameter.isStar() && !parameter.isDoubleStar() && parameter.defaultValue() == null;
            if (isRequired && !isSelf) {
                return parameter.name().sourceText();
            }
            isSelf = false;
        }
        return "";
    }

    private static String field(ClassView view) {
        for (Statement statement : view.definition().body().statements()) {
            if (statement instanceof AnnAssign field
                    && field.value() == null
                    && !field.annotation().sourceText().contains("ClassVar")) {
                return field.target().sourceText();
            }
        }
        return "";
    }
}
