package dev.codemod.project;

import dev.codemod.semantics.OutsideTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells one file about the types of the others. */
final class ProjectTypes implements OutsideTypes {
    private final ProjectIndex index;
    private final ProjectModule from;
    private final NameEvaluator evaluator;

    ProjectTypes(ProjectIndex index, ProjectModule from, NameEvaluator evaluator) {
        this.index = index;
        this.from = from;
        this.evaluator = evaluator;
    }

    /** Returns the only type of what a name gives when something is applied to it, or null. */
    private String only(String name, String applied) {
        Set<String> types = evaluator.types(from, name + applied);
        return types.size() == 1 ? types.iterator().next() : null;
    }

    @Override
    public String returned(String callable) {
        String type = only(callable, "()");
        // A method that an object of a class has: shop.db.Cursor.execute, and not a function of a module.
        return type != null ? type : member(callable, "()");
    }

    @Override
    public String awaited(String callable) {
        String type = only(callable, NamedTypes.AWAITED);
        return type != null ? type : member(callable, NamedTypes.AWAITED);
    }

    @Override
    public String entered(String type) {
        return only(NamedTypes.isNamed(type) ? NamedTypes.nameOf(type) : type + "()", ".__enter__()");
    }

    @Override
    public String value(String name) {
        String type = only(name, NamedTypes.VALUE);
        return type != null ? type : member(name, NamedTypes.VALUE);
    }

    private String member(String name, String applied) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.charAt(dot - 1) == '.'
                ? null
                : only(name.substring(0, dot) + "()" + name.substring(dot), applied);
    }

    @Override
    public List<String> bases(String type) {
        ProjectDefinition found = index.resolve(from.path(), type).definition();
        if (found == null || found.kind() != DefinitionKind.CLASS) {
            return List.of();
        }
        List<String> bases = new ArrayList<>();
        for (ProjectDefinition base : index.mro(found)) {
            if (!base.equals(found)) {
                bases.add(base.qualifiedName());
            }
        }
        bases.addAll(index.outsideBases(found));
        return bases;
    }
}
