package dev.codemod.codemods.asyncio;

import dev.codemod.project.DefinitionKind;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.ProjectModule;
import dev.codemod.project.Use;
import dev.codemod.project.UseForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what runs when a class of the project is called. */
final class Constructors {
    /** Classes whose own constructors do nothing that matters to threads. */
    private static final Set<String> PLAIN_BASES = Set.of(
            "builtins.object",
            "builtins.Exception",
            "builtins.ValueError",
            "builtins.RuntimeError",
            "builtins.dict",
            "builtins.list",
            "abc.ABC",
            "typing.Generic",
            "typing.Protocol");

    private final ProjectIndex index;
    private final Map<ProjectModule, Boolean> metaclasses = new ConcurrentHashMap<>();

    Constructors(ProjectIndex index) {
        this.index = index;
    }

    /**
     * Returns the {@code __init__} that runs when a class is called, or null if it has none, or if something else may run
     * too: a metaclass, a decorator, {@code __new__}, a base class from outside the project.
     */
    ProjectDefinition of(ProjectDefinition type) {
        if (index.hasUnknownBase(type) || !PLAIN_BASES.containsAll(index.outsideBases(type))) {
            return null;
        }
        ProjectDefinition constructor = null;
        for (ProjectDefinition base : index.mro(type)) {
            if (!base.facts().decorators().isEmpty()
                    || !methods(base, "__new__").isEmpty()
                    || mayHaveMetaclass(base)) {
                return null;
            }
            List<ProjectDefinition> own = methods(base, "__init__");
            if (constructor == null && !own.isEmpty()) {
                constructor = own.size() == 1 && own.get(0).kind() == DefinitionKind.FUNCTION ? own.get(0) : null;
                if (constructor == null) {
                    return null;
                }
            }
        }
        return constructor;
    }

    /** Returns whether the classes below that of a method have one base each, so that {@code super()} means one class. */
    boolean isOfChain(ProjectDefinition method) {
        for (ProjectDefinition owner :
                method.module().definitions(method.facts().enclosing())) {
            for (ProjectDefinition below : index.subclasses(owner)) {
                if (index.bases(below).size() > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A class of a file with metaclasses may have one of them; that of abstract classes changes nothing here. */
    private boolean mayHaveMetaclass(ProjectDefinition type) {
        return metaclasses.computeIfAbsent(type.module(), Constructors::hasMetaclass);
    }

    private static boolean hasMetaclass(ProjectModule module) {
        for (Use use : module.facts().uses()) {
            if (use.form() == UseForm.METACLASS && !use.name().equals("abc.ABCMeta")) {
                return true;
            }
        }
        return false;
    }

    private static List<ProjectDefinition> methods(ProjectDefinition type, String name) {
        return type.module().definitions(type.facts().name() + "." + name);
    }
}
