package dev.codemod.codemods.singleton;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;

/** Code that may assign any attribute of a module, without naming it. */
final class DynamicStores {
    private DynamicStores() {}

    /** Returns whether a file sets attributes by computed names, or reaches the mapping behind an object. */
    static boolean isIn(Module module) {
        for (Call call : module.findAll(Call.class)) {
            if (isNamed(call.func(), "setattr") && call.arguments().size() >= 2 && !isHarmless(call)) {
                return true;
            }
            if (isNamed(call.func(), "vars")
                    && !call.arguments().isEmpty()
                    && !isOwn(call.arguments().first())) {
                return true;
            }
        }
        for (Attribute attribute : module.findAll(Attribute.class)) {
            if (attribute.attr().is("__dict__") && !isOwn(attribute.value())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a file may set its own attributes so, having looked itself up as {@code sys.modules[__name__]}. */
    static boolean isInItself(Module module) {
        for (Name name : module.findAll(Name.class)) {
            if (name.is("__name__") && isLookedUp(module, name)) {
                return isIn(module);
            }
        }
        return false;
    }

    private static boolean isLookedUp(Module module, Name name) {
        Node parent = Path.to(module, name).parent();
        return parent instanceof Subscript
                || parent instanceof Call call
                        && (isNamed(call.func(), "import_module") || isNamed(call.func(), "__import__"));
    }

    private static boolean isNamed(Expression function, String name) {
        return function.is(name)
                || function instanceof Attribute attribute && attribute.attr().is(name);
    }

    private static boolean isHarmless(Call call) {
        return call.arguments().get(1) instanceof StringConstant
                || isOwn(call.arguments().first());
    }

    private static boolean isOwn(Node owner) {
        return owner instanceof Name && (owner.is("self") || owner.is("cls"));
    }
}
