package dev.codemod.codemods.singleton;

/** The values that matter while a metaclass's {@code __call__} is followed. */
enum CallValue {
    NONE,
    TRUE,
    FALSE,
    /** The class that is called, the first parameter. */
    CLASS,
    /** The metaclass. */
    METACLASS,
    /** The instance that an earlier call stored. */
    OLD,
    /** An instance created in this call. */
    NEW,
    /** A mapping in which instances are stored by class. */
    CONTAINER,
    /** The mapping of the attributes of the class that is called. */
    ATTRIBUTES,
    LOCK,
    /** A place that does not exist: reading it raises. */
    ABSENT,
    UNKNOWN
}
