package dev.codemod.project;

import java.io.Serializable;
import java.util.List;

/**
 * One definition of a file, without the file. Names of other things are written as {@link ModuleFacts} has them.
 *
 * @param kind what is defined
 * @param name the name inside the file, as {@code __qualname__}: {@code Config.__init__}, {@code outer.<locals>.inner};
 *     empty for the module
 * @param line the 1-based line of the name
 * @param offset the byte offset of the name
 * @param isAsync whether it is an {@code async def}
 * @param isGenerator whether the function yields
 * @param isConditional whether it stands inside {@code if}, {@code try}, {@code while}, {@code for}, {@code with} or
 *     {@code match} of its module, class or function
 * @param decorators what is written after {@code @}, calls by what they call, outermost first; {@code ?} if not known
 * @param parameters the names of the parameters in order, {@code *args} and {@code **options} with their stars, a bare
 *     {@code *} and {@code /} among them
 * @param bases the base classes in order; {@code ?} for one that is not known
 * @param metaclass the metaclass that the class statement or {@code __metaclass__} names; null if none
 * @param types the classes of what calling the function gives, awaited if it is async, entered if it is a context manager
 *     made from a generator; or of the value of the variable or attribute. {@code =name} is the value of a name, such as
 *     {@code =.db.connect()}. Empty if not known
 * @param target what an import binds, or what a variable is an alias of; null if it is none
 */
public record DefinitionFacts(
        DefinitionKind kind,
        String name,
        int line,
        int offset,
        boolean isAsync,
        boolean isGenerator,
        boolean isConditional,
        List<String> decorators,
        List<String> parameters,
        List<String> bases,
        String metaclass,
        List<String> types,
        String target)
        implements Serializable {

    static DefinitionFacts module() {
        return plain(DefinitionKind.MODULE, "", 1, 0, false, List.of(), null);
    }

    static DefinitionFacts plain(
            DefinitionKind kind,
            String name,
            int line,
            int offset,
            boolean isConditional,
            List<String> types,
            String target) {
        return new DefinitionFacts(
                kind,
                name,
                line,
                offset,
                false,
                false,
                isConditional,
                List.of(),
                List.of(),
                List.of(),
                null,
                types,
                target);
    }

    /** Returns the last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns the name in the file of what the definition stands in: a class, a function, or the module (empty). */
    public String enclosing() {
        int dot = name.lastIndexOf('.');
        String around = dot < 0 ? "" : name.substring(0, dot);
        return around.endsWith(".<locals>") ? around.substring(0, around.length() - 9) : around;
    }

    /** Returns whether the definition is local to a function. */
    public boolean isLocal() {
        return name.contains("<locals>");
    }
}
