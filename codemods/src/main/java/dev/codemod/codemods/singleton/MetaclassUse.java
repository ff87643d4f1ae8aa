package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.Set;

/**
 * How a class gets its metaclass.
 *
 * @param form the way
 * @param metaclass the expression that names the metaclass or decorator; null if the class keeps its instance itself, or inherits from another file
 * @param place the keyword argument, assignment, call, decorator or method that must go
 */
record MetaclassUse(Form form, Expression metaclass, Node place) {
    enum Form {
        /** {@code class C(metaclass=M)} */
        KEYWORD,
        /** {@code __metaclass__ = M} in the class body; Python 2. */
        CLASS_ATTRIBUTE,
        /** {@code __metaclass__ = M} at the top of the module; Python 2, for classes without bases. */
        MODULE_ATTRIBUTE,
        /** {@code class C(six.with_metaclass(M, Base))} */
        WITH_METACLASS,
        /** {@code @six.add_metaclass(M)} */
        ADD_METACLASS,
        /** A base class has it; {@link #place} is the place there, null if that is in another file. */
        INHERITED,
        /** {@code @singleton} */
        DECORATOR,
        /** {@code __new__} returns the same object again and again. */
        NEW,
        /** {@code Config.instance()} returns the same object again and again; calling the class makes new ones. */
        ACCESSOR
    }

    /** Returns whether the class keeps its instance itself, so that no metaclass or decorator is named. */
    boolean isOwn() {
        return form == Form.NEW || form == Form.ACCESSOR;
    }

    /** Returns whether a base class in another file has the metaclass. */
    boolean isForeign() {
        return form == Form.INHERITED && metaclass == null;
    }

    private static final Set<String> WITH_METACLASS =
            Set.of("six.with_metaclass", "future.utils.with_metaclass", "django.utils.six.with_metaclass");
    private static final Set<String> ADD_METACLASS = Set.of("six.add_metaclass", "django.utils.six.add_metaclass");

    /** Returns how a class gets its metaclass, or null if it says nothing about one. */
    static MetaclassUse of(ClassDef definition, Semantics names) {
        if (definition.arguments() != null) {
            for (Argument argument : definition.arguments().arguments()) {
                if (argument instanceof Keyword keyword
                        && keyword.name() != null
                        && keyword.name().is("metaclass")) {
                    return new MetaclassUse(Form.KEYWORD, keyword.value(), keyword);
                }
                if (argument instanceof Call call
                        && isWithMetaclass(call.func(), names)
                        && !call.arguments().isEmpty()
                        && call.arguments().first() instanceof Expression metaclass) {
                    return new MetaclassUse(Form.WITH_METACLASS, metaclass, call);
                }
            }
        }
        for (Decorator decorator : definition.decorators()) {
            if (decorator.expression() instanceof Call call
                    && call.arguments().size() == 1
                    && call.arguments().first() instanceof Expression metaclass
                    && isAddMetaclass(call.func(), names)) {
                return new MetaclassUse(Form.ADD_METACLASS, metaclass, decorator);
            }
        }
        return attribute(definition, names);
    }

    /**
     * Returns how a class gets its metaclass from a base class of the same module, or null.
     *
     * @param view a class that says nothing about a metaclass itself
     */
    static MetaclassUse inherited(ClassView view, Semantics names) {
        for (ClassDef base : view.classes()) {
            MetaclassUse use = base == view.definition() ? null : of(base, names);
            if (use != null && use.form() != Form.MODULE_ATTRIBUTE) {
                return new MetaclassUse(Form.INHERITED, use.metaclass(), use.place());
            }
        }
        return null;
    }

    private static MetaclassUse attribute(ClassDef definition, Semantics names) {
        for (Statement statement : definition.body().statements()) {
            if (isAttribute(statement)) {
                return new MetaclassUse(Form.CLASS_ATTRIBUTE, ((Assign) statement).value(), statement);
            }
        }
        boolean hasBases = definition.arguments() != null
                && !definition.arguments().arguments().isEmpty();
        if (hasBases || !names.module().parsed().level().isPython2()) {
            return null;
        }
        for (Statement statement : names.module().statements()) {
            if (isAttribute(statement) && statement.firstToken() < definition.firstToken()) {
                return new MetaclassUse(Form.MODULE_ATTRIBUTE, ((Assign) statement).value(), statement);
            }
        }
        return null;
    }

    private static boolean isAttribute(Statement statement) {
        return statement instanceof Assign assign
                && assign.targets().size() == 1
                && Text.isName(assign.targets().first(), "__metaclass__");
    }

    static boolean isWithMetaclass(Expression function, Semantics names) {
        String name = names.qualifiedName(function);
        return name != null && WITH_METACLASS.contains(name);
    }

    private static boolean isAddMetaclass(Expression function, Semantics names) {
        String name = names.qualifiedName(function);
        return name != null && ADD_METACLASS.contains(name);
    }
}
