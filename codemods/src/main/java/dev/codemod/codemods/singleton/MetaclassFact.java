package dev.codemod.codemods.singleton;

import java.io.Serializable;

/**
 * What a metaclass with a {@code __call__} of its own does.
 *
 * @param path the file
 * @param line the line of its definition
 * @param name its name
 * @param kind what its {@code __call__} amounts to
 * @param why for other kinds than {@link Kind#SINGLETON}: what is in the way, a clause for messages
 * @param storage the name of the attribute or global in which instances are kept; empty if unknown
 * @param lock {@code Lock} or {@code RLock} if creation is locked, else the empty string
 * @param isWeak whether an instance that nobody uses is forgotten
 * @param isRebuilding whether every call constructs, and all but the first throw the result away
 * @param isByTruth whether the instance is asked for its truth value, so that a false one is constructed again
 * @param isAbstract whether it derives from {@code ABCMeta}
 * @param classAttribute the attribute that every class must define as None for the metaclass to work; empty if none
 * @param isByClass whether instances are kept in a mapping by class, so that a subclass has an instance of its own
 * @param isDecorator whether it is no metaclass but a decorator that returns a function
 */
record MetaclassFact(
        String path,
        int line,
        String name,
        Kind kind,
        String why,
        String storage,
        String lock,
        boolean isWeak,
        boolean isRebuilding,
        boolean isByTruth,
        boolean isAbstract,
        String classAttribute,
        boolean isByClass,
        boolean isDecorator)
        implements Serializable, Comparable<MetaclassFact> {
    enum Kind {
        /** One instance for each class. */
        SINGLETON,
        /** One instance for each class and arguments. */
        MULTITON,
        /** It stores instances, but does more than a singleton or does it in a way that is not understood. */
        OTHER
    }

    static MetaclassFact other(String path, int line, String name, Kind kind, String why, String storage) {
        return new MetaclassFact(
                path, line, name, kind, why, storage, "", false, false, false, false, "", false, false);
    }

    /** Returns the fact for a decorator that is no plain singleton's. */
    static MetaclassFact otherDecorator(String path, int line, String name, Kind kind, String why) {
        return new MetaclassFact(path, line, name, kind, why, "", "", false, false, false, false, "", false, true);
    }

    /** Returns the fact for a metaclass that inherits everything from this one. */
    MetaclassFact inheritedBy(String heir, int heirLine, boolean isHeirAbstract) {
        return new MetaclassFact(
                path,
                heirLine,
                heir,
                kind,
                why,
                storage,
                lock,
                isWeak,
                isRebuilding,
                isByTruth,
                isAbstract || isHeirAbstract,
                classAttribute,
                isByClass,
                isDecorator);
    }

    /** Returns whether it keeps one instance for each class, so that subclasses have their own. */
    boolean isFamily() {
        return kind == Kind.SINGLETON && isByClass && !isDecorator;
    }

    /** Returns whether this is about the same metaclass. */
    boolean isSame(MetaclassFact other) {
        return compareTo(other) == 0;
    }

    @Override
    public int compareTo(MetaclassFact other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : name.compareTo(other.name);
    }
}
