package dev.codemod.codemods.singleton;

/** What is known of a value that the construction of an instance computes. */
enum PureValue {
    /** Some value; reading and storing it does nothing else. */
    PLAIN,
    /** A list, dict, set or the like that the construction itself made, so that changing it is nobody's business. */
    FRESH,
    /** The instance that is constructed. */
    SELF,
    /** Computing the value may do something, or depend on when it is done. */
    IMPURE
}
