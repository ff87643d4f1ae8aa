package dev.codemod.project;

import java.util.ArrayList;
import java.util.List;

/** What a part of a name stands for, on the way from its first part to the last. */
sealed interface NameValue {
    record ModuleValue(ProjectModule module) implements NameValue {}

    /** A folder without {@code __init__.py}; the path ends with a slash. */
    record FolderValue(String path) implements NameValue {}

    record DefinitionValue(ProjectDefinition definition) implements NameValue {}

    record InstanceValue(ProjectDefinition ofClass) implements NameValue {}

    /** What {@code super()} is in the methods of a class. */
    record SuperValue(ProjectDefinition ofClass) implements NameValue {}

    /** A value from outside the project; open if it may be any value at all, because an unknown call gave it. */
    record OutsideValue(String name, boolean isOpen) implements NameValue {}

    /** A context manager that a generator function of the project makes. */
    record ManagerValue(ProjectDefinition function) implements NameValue {}

    /** The method {@code __enter__} of what a generator function makes. */
    record EnteringValue(ProjectDefinition function) implements NameValue {}

    /** A value that is not known, and the attributes that were read from it. */
    record UnknownValue(List<String> members) implements NameValue {
        static final UnknownValue NEW = new UnknownValue(List.of());

        UnknownValue member(String name) {
            List<String> all = new ArrayList<>(members);
            all.add(name);
            return new UnknownValue(all);
        }
    }
}
