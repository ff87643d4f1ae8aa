package dev.codemod.semantics;

import java.util.List;

/**
 * What is known about the types of code outside a file besides a {@link TypeTable}: the other files of its project.
 *
 * <p>Names are written as {@link Semantics} of the file gives them, builtins as {@code builtins.str}; a member of a type is
 * {@code type.member}. All answers are null, or empty, if nothing is known.
 */
public interface OutsideTypes {
    /** Returns the type of what calling a function, method or class gives. */
    String returned(String callable);

    /** Returns the type of what awaiting the call of a function or method gives. */
    String awaited(String callable);

    /** Returns the type of what {@code with} or {@code async with} binds for a value of a type. */
    String entered(String type);

    /** Returns the type of a variable of a module or of an attribute of a type. */
    String value(String name);

    /** Returns the base classes of a type that are known, itself left out, nearest first. */
    List<String> bases(String type);
}
