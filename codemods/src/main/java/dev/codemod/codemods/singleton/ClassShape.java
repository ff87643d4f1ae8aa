package dev.codemod.codemods.singleton;

import dev.codemod.codemods.singleton.Decision.Obstacle;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a class gives to a subclass in another file.
 *
 * @param members the names that its body and those of its bases bind, sorted
 * @param computed those of them for which assigning an attribute of an instance runs code, sorted
 * @param abstracts those of them that subclasses must define, sorted
 * @param stores the attributes that its methods give to their object, sorted
 * @param hasInit whether it has an {@code __init__}
 * @param required a parameter without which it cannot be constructed; empty if there is none
 * @param impure why constructing it may do more than store literals, a clause; empty if it does not
 * @param obstacles what in its methods keeps a singleton as it is
 */
record ClassShape(
        List<String> members,
        List<String> computed,
        List<String> abstracts,
        List<String> stores,
        boolean hasInit,
        String required,
        String impure,
        List<Obstacle> obstacles)
        implements Serializable {
    static final ClassShape NONE = new ClassShape(List.of(), List.of(), List.of(), List.of(), false, "", "", List.of());

    ClassShape {
        members = List.copyOf(members);
        computed = List.copyOf(computed);
        abstracts = List.copyOf(abstracts);
        stores = List.copyOf(stores);
        obstacles = List.copyOf(obstacles);
    }

    /** Returns what a subclass of both gets; which of two members it gets depends on the order, so both count. */
    ClassShape with(ClassShape other) {
        List<Obstacle> all = new ArrayList<>(obstacles);
        all.addAll(other.obstacles);
        return new ClassShape(
                union(members, other.members),
                union(computed, other.computed),
                union(abstracts, other.abstracts),
                union(stores, other.stores),
                hasInit || other.hasInit,
                required.isEmpty() ? other.required : required,
                impure.isEmpty() ? other.impure : impure,
                all);
    }

    private static List<String> union(List<String> left, List<String> right) {
        Set<String> all = new TreeSet<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }
}
