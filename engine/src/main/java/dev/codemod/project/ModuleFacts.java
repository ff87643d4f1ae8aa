package dev.codemod.project;

import static java.util.Objects.requireNonNull;

import dev.codemod.semantics.Semantics;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What one file defines, imports, exports and uses: small, immutable, serialisable, and independent of all other files.
 *
 * <p>Names are written as {@link Semantics} of a file without a module name gives them, so that they do not depend on where
 * the project's root is: {@code __main__.Config} for what the file itself defines, {@code requests.get} and
 * {@code .config.Config} (relative) for what it imports. Then there are
 *
 * <ul>
 *   <li>{@code __main__.Config().load}: a member of an instance of a class, or of one of its subclasses;
 *   <li>{@code .db.connect().cursor().execute}: a member of what calls return;
 *   <li>{@code super(__main__.Config).load}: a member of a base class;
 *   <li>{@code ?.load}: a member of a value that is not known;
 *   <li>{@code name.*}: any member, of a computed name, or all that a star import binds.
 * </ul>
 *
 * {@link ProjectIndex#resolve} tells what such a name means in the project.
 */
public final class ModuleFacts implements Serializable, Comparable<ModuleFacts> {
    private static final long serialVersionUID = 1;

    /** Ints for each use: the number of the name, the number of the definition around it, the offset, line and kind. */
    static final int STRIDE = 4;

    static final int FORM_BITS = 4;
    static final int POSSIBLE = 1 << FORM_BITS;
    static final int DEFERRED = 2 << FORM_BITS;
    static final int TYPE_CHECKING = 4 << FORM_BITS;
    static final int LINE_SHIFT = FORM_BITS + 3;

    private final String path;
    private final List<DefinitionFacts> definitions;
    private final List<String> starImports;
    private final Exports exports;
    private final String[] names;
    private final int[] uses;

    /**
     * What {@code __all__} says.
     *
     * @param isDeclared whether the file has an {@code __all__}
     * @param names its elements, sorted; null if they are computed
     */
    record Exports(boolean isDeclared, List<String> names) implements Serializable {
        static final Exports NONE = new Exports(false, null);
    }

    ModuleFacts(
            String path,
            List<DefinitionFacts> definitions,
            List<String> starImports,
            Exports exports,
            String[] names,
            int[] uses) {
        this.path = requireNonNull(path, "path is null");
        this.definitions = List.copyOf(definitions);
        this.starImports = List.copyOf(starImports);
        this.exports = exports;
        this.names = names;
        this.uses = uses;
    }

    /**
     * Reads the facts of one file.
     *
     * @param path the file, relative to the project's root, with slashes
     * @param semantics of the file, made without a module name
     * @throws IllegalArgumentException if the semantics have a module name
     */
    public static ModuleFacts of(String path, Semantics semantics) {
        if (semantics.moduleName().name() != null) {
            throw new IllegalArgumentException(
                    "the facts of a file do not depend on its module name; make the" + " semantics without one");
        }
        return new ModuleScanner(path, semantics).scan();
    }

    /** Returns the file, relative to the project's root, with slashes. */
    public String path() {
        return path;
    }

    /** Returns whether the file is the {@code __init__.py} of a package. */
    public boolean isPackage() {
        return path.equals("__init__.py")
                || path.endsWith("/__init__.py")
                || path.equals("__init__.pyi")
                || path.endsWith("/__init__.pyi");
    }

    /** Returns the classes and functions in source order, and then the variables and imports of the module and classes. */
    public List<DefinitionFacts> definitions() {
        return definitions;
    }

    /** Returns the modules whose names the module itself imports by {@code *}, in source order. */
    public List<String> starImports() {
        return starImports;
    }

    /** Returns whether the file binds {@code __all__}. */
    public boolean declaresExports() {
        return exports.isDeclared();
    }

    /** Returns the elements of {@code __all__}, sorted; null if there is none or it is computed. */
    public List<String> exports() {
        return exports.names();
    }

    /** Returns everything that the file uses, in the order of the walk through it. */
    public List<Use> uses() {
        return new AbstractList<>() {
            @Override
            public Use get(int index) {
                return use(index);
            }

            @Override
            public int size() {
                return useCount();
            }
        };
    }

    // ---------------------------------------------------------------- compact access

    /** Returns the names that are used, each once, by number. */
    String[] names() {
        return names;
    }

    int useCount() {
        return uses.length / STRIDE;
    }

    int nameOfUse(int use) {
        return uses[use * STRIDE];
    }

    UseForm formOfUse(int use) {
        return UseForm.at(uses[use * STRIDE + 3] & (1 << FORM_BITS) - 1);
    }

    /** Returns the number of the definition whose code uses something, -1 for the module. */
    int userOfUse(int use) {
        return uses[use * STRIDE + 1];
    }

    Use use(int use) {
        int kind = uses[use * STRIDE + 3];
        int user = userOfUse(use);
        return new Use(
                path,
                kind >>> LINE_SHIFT,
                uses[use * STRIDE + 2],
                formOfUse(use),
                user < 0 ? "" : definitions.get(user).name(),
                names[nameOfUse(use)],
                (kind & POSSIBLE) != 0,
                (kind & DEFERRED) != 0,
                (kind & TYPE_CHECKING) != 0);
    }

    // ---------------------------------------------------------------- value

    /** By path; facts of one path that differ are in any other fixed order. */
    @Override
    public int compareTo(ModuleFacts other) {
        int order = path.compareTo(other.path);
        if (order != 0 || equals(other)) {
            return order;
        }
        order = Arrays.compare(uses, other.uses);
        order = order != 0 ? order : Arrays.compare(names, other.names);
        return order != 0 ? order : rest().compareTo(other.rest());
    }

    private String rest() {
        return definitions + " " + starImports + " " + exports;
    }

    @Override
    public boolean equals(Object object) {
        return object == this
                || object instanceof ModuleFacts other
                        && path.equals(other.path)
                        && Arrays.equals(uses, other.uses)
                        && Arrays.equals(names, other.names)
                        && definitions.equals(other.definitions)
                        && starImports.equals(other.starImports)
                        && exports.equals(other.exports);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + Arrays.hashCode(uses);
    }

    @Override
    public String toString() {
        return path + ": " + definitions.size() + " definitions, " + useCount() + " uses";
    }

    static List<String> sorted(List<String> names) {
        String[] copy = names.toArray(new String[0]);
        Arrays.sort(copy);
        return Collections.unmodifiableList(Arrays.asList(copy));
    }
}
