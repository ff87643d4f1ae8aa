package dev.codemod.project;

import dev.codemod.project.NameValue.DefinitionValue;
import dev.codemod.project.NameValue.EnteringValue;
import dev.codemod.project.NameValue.InstanceValue;
import dev.codemod.project.NameValue.ManagerValue;
import dev.codemod.project.NameValue.OutsideValue;
import dev.codemod.project.NameValue.UnknownValue;
import dev.codemod.semantics.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What calls give, and what variables and properties hold. */
final class ValueResults {
    private static final Set<String> PROPERTIES = Set.of(
            "builtins.property",
            "__builtin__.property",
            "functools.cached_property",
            "django.utils.functional.cached_property");

    private static final Set<String> CONTEXT_MANAGERS =
            Set.of("contextlib.contextmanager", "contextlib.asynccontextmanager");

    private final TypeTable table;
    private final NameWalk walk;

    ValueResults(TypeTable table, NameWalk walk) {
        this.table = table;
        this.walk = walk;
    }

    /**
     * Returns what calling a value gives.
     *
     * @param isAwaited whether the result is awaited too
     */
    List<NameValue> called(NameValue value, boolean isAwaited) {
        if (value instanceof OutsideValue outside) {
            return List.of(called(outside, isAwaited));
        }
        if (value instanceof EnteringValue entering) {
            return walk.typesOf(entering.function());
        }
        if (value instanceof InstanceValue instance) {
            List<NameValue> results = new ArrayList<>();
            for (NameValue method : walk.member(instance, "__call__")) {
                results.addAll(method instanceof UnknownValue ? List.of(UnknownValue.NEW) : called(method, isAwaited));
            }
            return results;
        }
        if (value instanceof DefinitionValue found) {
            return called(found.definition(), isAwaited);
        }
        return List.of(UnknownValue.NEW);
    }

    private List<NameValue> called(ProjectDefinition definition, boolean isAwaited) {
        DefinitionFacts facts = definition.facts();
        if (facts.kind() == DefinitionKind.CLASS) {
            return List.of(isAwaited ? UnknownValue.NEW : new InstanceValue(definition));
        }
        if (facts.kind() != DefinitionKind.FUNCTION) {
            List<NameValue> results = new ArrayList<>();
            for (NameValue value : expand(new DefinitionValue(definition))) {
                results.addAll(value instanceof DefinitionValue ? List.of(UnknownValue.NEW) : called(value, isAwaited));
            }
            return results;
        }
        if (facts.decorators().stream().anyMatch(CONTEXT_MANAGERS::contains)) {
            return List.of(isAwaited ? UnknownValue.NEW : new ManagerValue(definition));
        }
        boolean isEntering = facts.simpleName().equals("__aenter__");
        return facts.isAsync() == isAwaited || isEntering ? walk.typesOf(definition) : List.of(UnknownValue.NEW);
    }

    private NameValue called(OutsideValue outside, boolean isAwaited) {
        String name = outside.name().replace("()", "");
        String type = isAwaited ? table.awaited(name) : table.returned(name);
        if (name.endsWith(".__enter__") && type == null) {
            type = table.entered(name.substring(0, name.length() - 10));
        }
        if (type != null) {
            return new OutsideValue(type + "()", false);
        }
        boolean isClass = Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1));
        return isAwaited ? UnknownValue.NEW : new OutsideValue(outside.name() + "()", outside.isOpen() || !isClass);
    }

    /** Returns the values of variables, attributes and properties; other values are themselves. */
    List<NameValue> expandAll(List<NameValue> values) {
        List<NameValue> results = new ArrayList<>();
        values.forEach(value -> results.addAll(expand(value)));
        return results;
    }

    List<NameValue> expand(NameValue value) {
        if (value instanceof OutsideValue outside && table.value(outside.name().replace("()", "")) != null) {
            return List.of(new OutsideValue(table.value(outside.name().replace("()", "")) + "()", false));
        }
        if (!(value instanceof DefinitionValue found)) {
            return List.of(value);
        }
        DefinitionFacts facts = found.definition().facts();
        boolean isVariable = facts.kind() == DefinitionKind.VARIABLE || facts.kind() == DefinitionKind.ATTRIBUTE;
        return isVariable || facts.decorators().stream().anyMatch(PROPERTIES::contains)
                ? walk.typesOf(found.definition())
                : List.of(value);
    }
}
