package dev.codemod.project;

import static java.util.Objects.requireNonNull;

/** A definition and the module that it stands in; two are equal if they are the same place. */
public final class ProjectDefinition implements Comparable<ProjectDefinition> {
    private final ProjectModule module;
    private final DefinitionFacts facts;

    ProjectDefinition(ProjectModule module, DefinitionFacts facts) {
        this.module = requireNonNull(module, "module is null");
        this.facts = requireNonNull(facts, "facts is null");
    }

    /** Returns the module. */
    public ProjectModule module() {
        return module;
    }

    /** Returns what the file says about the definition. */
    public DefinitionFacts facts() {
        return facts;
    }

    /** Returns the kind. */
    public DefinitionKind kind() {
        return facts.kind();
    }

    /** Returns the name with the module: {@code shop.config.Config.load}; of a module its own. */
    public String qualifiedName() {
        return facts.name().isEmpty() ? module.name() : module.name() + "." + facts.name();
    }

    /** Returns the file. */
    public String path() {
        return module.path();
    }

    /** Returns the 1-based line of the name. */
    public int line() {
        return facts.line();
    }

    @Override
    public int compareTo(ProjectDefinition other) {
        int order = path().compareTo(other.path());
        return order != 0
                ? order
                : facts.offset() != other.facts.offset()
                        ? Integer.compare(facts.offset(), other.facts.offset())
                        : facts.kind().compareTo(other.facts.kind());
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof ProjectDefinition other
                && facts.offset() == other.facts.offset()
                && facts.kind() == other.facts.kind()
                && facts.name().equals(other.facts.name())
                && path().equals(other.path());
    }

    @Override
    public int hashCode() {
        return path().hashCode() * 31 + facts.name().hashCode() + facts.offset();
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
