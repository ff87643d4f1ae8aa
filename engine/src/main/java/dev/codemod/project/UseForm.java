package dev.codemod.project;

/** The ways in which code uses something. */
public enum UseForm {
    /** {@code f(x)}, its result used. */
    CALL,
    /** {@code await f(x)} */
    AWAITED_CALL,
    /** {@code f(x)} as a statement: nobody looks at the result. */
    DROPPED_CALL,
    /** {@code f} without a call: from here on it may be called from anywhere. */
    READ,
    /** {@code @f} or {@code @f(x)} */
    DECORATOR,
    /** {@code class C(f)} */
    BASE_CLASS,
    /** {@code class C(metaclass=f)} or {@code __metaclass__ = f} */
    METACLASS,
    /** An annotation, also inside a quoted one. */
    ANNOTATION,
    /**
     * A string that names it: {@code "shop.config.Config"}, {@code "shop.config:Config"}, or an identifier beside an object
     * in a call, {@code getattr(shop.config, "Config")}.
     */
    STRING,
    /** {@code f = x} from outside its own scope, {@code module.f = x}, {@code object.f = x} */
    STORE,
    /** {@code del f} */
    DELETE,
    /** {@code import f}, {@code from module import f} */
    IMPORT,
    /** {@code from f import *} */
    STAR_IMPORT,
    /** An element of {@code __all__}. */
    EXPORT,
    /** An attribute whose name is computed: {@code getattr(object, name)}; the name ends in {@code .*}. */
    COMPUTED;

    private static final UseForm[] ALL = values();

    /** Returns whether it is called there, whatever becomes of the result. */
    public boolean isCall() {
        return this == CALL || this == AWAITED_CALL || this == DROPPED_CALL;
    }

    static UseForm at(int ordinal) {
        return ALL[ordinal];
    }
}
