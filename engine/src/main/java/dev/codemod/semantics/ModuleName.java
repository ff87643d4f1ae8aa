package dev.codemod.semantics;

import static java.util.Objects.requireNonNull;

import dev.codemod.tree.DottedName;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.ImportFrom;

/**
 * The name under which a file is imported.
 *
 * @param name the dotted name, for example {@code shop.orders}; null if it is not known
 * @param isPackage whether the file is the {@code __init__.py} of a package
 */
public record ModuleName(String name, boolean isPackage) {
    /** A file that may have any name. */
    public static final ModuleName UNKNOWN = new ModuleName(null, false);

    /** Returns the name of a module that is not a package. */
    public static ModuleName of(String name) {
        return new ModuleName(requireNonNull(name, "name is null"), false);
    }

    /**
     * Returns the qualified name of something that the file defines: {@code shop.orders.total}; with
     * {@code __main__} instead of the module if its name is not known.
     */
    public String qualify(String own) {
        return (name == null ? "__main__" : name) + "." + own;
    }

    /**
     * Returns the module that a {@code from ... import} names.
     *
     * @return the absolute name; a relative name is kept, its dots first, if this file's name is not known or has too
     *     few parts
     */
    public String imported(ImportFrom statement) {
        String written = statement.module() == null ? "" : dotted(statement.module());
        int level = statement.level();
        if (level == 0) {
            return written;
        }
        String base = name;
        for (int up = isPackage ? 1 : 0; base != null && up < level; up++) {
            int dot = base.lastIndexOf('.');
            base = dot < 0 ? null : base.substring(0, dot);
        }
        if (base == null) {
            return ".".repeat(level) + written;
        }
        return written.isEmpty() ? base : base + "." + written;
    }

    /** Returns a dotted name as it is written, blanks removed. */
    public static String dotted(DottedName name) {
        if (name.names().size() == 1) {
            return name.names().first().sourceText();
        }
        StringBuilder text = new StringBuilder();
        for (Identifier part : name.names()) {
            text.append(text.length() == 0 ? "" : ".").append(part.sourceText());
        }
        return text.toString();
    }

    /** Returns the qualified name of {@code name} in {@code module}, which may be relative. */
    public static String member(String module, String name) {
        return module.endsWith(".") ? module + name : module + "." + name;
    }
}
