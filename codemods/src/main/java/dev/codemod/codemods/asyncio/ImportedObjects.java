package dev.codemod.codemods.asyncio;

import dev.codemod.project.DefinitionKind;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.Use;
import dev.codemod.rewrite.StandardLibrary;

/** Tells calls of functions from those of methods of objects that are imported. */
final class ImportedObjects {
    private ImportedObjects() {}

    /**
     * Returns whether a call may be of a method of an object that is imported, from the project or a library: a session, a
     * request, a manager of models. A name alone does not tell a module from an object, so that {@code package.name.call}
     * counts unless it is of the standard library, or known.
     *
     * @param target what is called, or null if it is not known
     */
    static boolean mayHave(Use call, ProjectDefinition target) {
        if (target != null) {
            return target.kind() == DefinitionKind.VARIABLE || target.kind() == DefinitionKind.ATTRIBUTE;
        }
        String name = call.name();
        boolean isImported = !name.startsWith("?.") && !name.startsWith("__main__.") && name.indexOf('(') < 0;
        if (!isImported || StandardLibrary.has(name) || BlockingCalls.table().function(name) != null) {
            return false;
        }
        String[] parts = name.split("\\.");
        return name.startsWith(".")
                || parts.length > 2
                        && Character.isLowerCase(parts[parts.length - 1].charAt(0))
                        && Character.isLowerCase(parts[parts.length - 2].charAt(0));
    }
}
