package dev.codemod.codemods.singleton;

/** What happens to a class at a place that mentions it. */
enum UseKind {
    /** It is called without arguments, and the result is used. */
    CALL,
    /** It is called without arguments, only to make sure that the instance exists. */
    DROPPED_CALL,
    CALL_WITH_ARGUMENTS,
    /** Nothing can call it there: an annotation, a type test, an attribute that every class has. */
    HARMLESS,
    /** One of its attributes is read, which may come from the metaclass. */
    ATTRIBUTE,
    /** One of its methods is called without arguments, and the result is used. */
    METHOD_CALL,
    /** One of its methods is called without arguments, and the result is not used. */
    DROPPED_METHOD_CALL,
    /** What constructs behind the back of a metaclass is reached: {@code __new__} and the like. */
    CONSTRUCTOR,
    /** It is a base class. */
    SUBCLASSED,
    /** A generic alias of it may be called. */
    GENERIC,
    /** Somebody gets the class and may call it. */
    PASSED,
    /** It is called in an f-string that shows the text of the call too. */
    SHOWN,
    /** One of its attributes is assigned or deleted. */
    PATCHED,
    /** The attribute of the module that holds it is assigned or deleted. */
    STORED,
    /** The name may be bound to something else. */
    UNSURE,
    /** It is the metaclass of a class. */
    METACLASS,
    /** The file that imports it lists it in its {@code __all__}. */
    EXPORTED,
    /** It is imported. */
    IMPORT
}
