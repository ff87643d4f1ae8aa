package dev.codemod.semantics;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.List;

/** The types of attributes: what the file assigns to them, and those that the table knows. */
final class AttributeTypes {
    private final Semantics semantics;
    private final Types types;
    private final TypeTable table;
    private final OwnDefinitions own;
    private final Ancestry ancestry;
    private final CallTypes calls;

    AttributeTypes(
            Semantics semantics, Types types, TypeTable table, OwnDefinitions own, Ancestry ancestry, CallTypes calls) {
        this.semantics = semantics;
        this.types = types;
        this.table = table;
        this.own = own;
        this.ancestry = ancestry;
        this.calls = calls;
    }

    private static Resolution unknown(Node node, String sentence) {
        return Resolution.unknown(node, sentence);
    }

    /** Returns the type of an attribute of a value; modules were tried before. */
    Resolution typeOfAttribute(Attribute attribute) {
        Resolution receiver = types.typeOf(attribute.value());
        String name = semantics.text(attribute.attr());
        if (!receiver.isKnown()) {
            Resolution assigned = typeOfAssignedToObject(attribute.value(), name);
            return assigned == null ? receiver : assigned;
        }
        List<Resolution> results = new ArrayList<>();
        for (String type : receiver.names()) {
            ClassDef definition = own.classNamed(type);
            String value = definition == null ? table.value(type + "." + name) : null;
            if (definition != null) {
                results.add(typeOfOwnAttribute(definition, name, attribute));
            } else if (value != null) {
                results.add(Resolution.known(value, attribute, type + "." + name + " is a " + value));
            } else {
                results.add(unknown(attribute, "it is not known what " + type + "." + name + " is"));
            }
        }
        return Types.joinTypes(results);
    }

    /**
     * Returns the type of what the file assigns to an attribute of an object that the module has by a name, such as
     * Flask's {@code g.db}, or null if the object is no such, or nothing is assigned.
     */
    Resolution typeOfAssignedToObject(Expression object, String attribute) {
        Binding binding = object instanceof Name name ? semantics.bindingOf(name) : null;
        if (binding == null || binding.scope().kind() != ScopeKind.MODULE) {
            return null;
        }
        List<Resolution> found = new ArrayList<>();
        for (Attribute target : own.targets(attribute)) {
            if (target.value() instanceof Name name && semantics.bindingOf(name) == binding) {
                Resolution assigned = typeOfAssigned(target);
                if (assigned != null) {
                    found.add(assigned);
                }
            }
        }
        return found.isEmpty() ? null : Types.joinTypes(found);
    }

    private Resolution typeOfOwnAttribute(ClassDef definition, String name, Attribute use) {
        List<Resolution> found = new ArrayList<>();
        for (ClassDef relative : own.family(definition)) {
            Binding binding = own.scope(relative).binding(name);
            if (binding != null) {
                found.add(typeOfClassVariable(relative, binding, use));
            }
        }
        for (Attribute target : own.targets(name)) {
            Resolution assigned = typeOfTarget(definition, target);
            if (assigned != null) {
                found.add(assigned);
            }
        }
        if (!found.isEmpty()) {
            return Types.joinTypes(found);
        }
        for (String base : ancestry.foreignBases(definition)) {
            String value = table.value(base + "." + name);
            if (value != null) {
                return Resolution.known(value, use, base + "." + name + " is a " + value);
            }
        }
        return unknown(use, "nothing in this file assigns " + name);
    }

    private Resolution typeOfClassVariable(ClassDef definition, Binding binding, Attribute use) {
        FunctionDef function = own.method(definition, binding.name());
        if (function != null) {
            Resolution property = calls.typeOfProperty(function, use);
            return property != null ? property : unknown(use, binding.name() + " is a method");
        }
        List<Resolution> types = new ArrayList<>();
        for (Definition value : binding.definitions()) {
            if (value.kind() == BindingKind.DECLARATION && value.site() instanceof AnnAssign declaration) {
                types.add(this.types.typeOfAnnotation(declaration.annotation()));
            } else if (value.kind().givesValue()) {
                types.add(this.types.typeOf(value));
            }
        }
        return types.isEmpty() ? unknown(use, binding.name() + " is deleted") : Types.joinTypes(types);
    }

    /**
     * Returns the type that an assignment gives to an attribute of instances of a class.
     *
     * @return the type; null if the target certainly belongs to instances of another class
     */
    private Resolution typeOfTarget(ClassDef definition, Attribute target) {
        Resolution receiver = types.typeOf(target.value());
        boolean isOwn = false;
        for (ClassDef relative : own.family(definition)) {
            isOwn |= receiver.names().contains(own.nameOf(relative));
        }
        if (receiver.isKnown() && !isOwn) {
            return null;
        }
        if (!isOwn) {
            return semantics.resolve(target).isKnown()
                    ? null
                    : unknown(target, "may be assigned by " + target.sourceText());
        }
        return typeOfAssigned(target);
    }

    /** Returns the type that an assignment gives to its target, or null if it gives none. */
    Resolution typeOfAssigned(Attribute target) {
        Statement statement = semantics.path(target).statement();
        String sentence = target.sourceText() + " is assigned here";
        if (statement instanceof Assign assign) {
            Expression value = Definition.valueFor(assign, target);
            return value == null ? unknown(target, "a part of an unknown value") : because(value, target, sentence);
        }
        if (statement instanceof AnnAssign assign) {
            Resolution annotated = types.typeOfAnnotation(assign.annotation());
            return annotated.isKnown() || assign.value() == null
                    ? annotated
                    : because(assign.value(), target, sentence);
        }
        if (statement instanceof With with) {
            for (WithItem item : with.items()) {
                if (item.target() == target) {
                    return calls.typeOfEntered(item.context());
                }
            }
        }
        return statement instanceof Delete ? null : unknown(target, "assigned in an unknown way");
    }

    private Resolution because(Expression value, Attribute target, String sentence) {
        Resolution type = types.typeOf(value);
        return type.isKnown() ? type.because(target, sentence) : type;
    }
}
