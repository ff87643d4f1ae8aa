package dev.codemod.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the places of the project that use a definition. */
final class UseFinder {
    /** Decorators that leave the function as it is to be called, or replace it by something that is called alike. */
    private static final Set<String> HARMLESS = Set.of(
            "builtins.staticmethod",
            "builtins.classmethod",
            "__builtin__.staticmethod",
            "__builtin__.classmethod",
            "abc.abstractmethod",
            "typing.override",
            "typing_extensions.override",
            "typing.final",
            "typing_extensions.final",
            "functools.lru_cache",
            "functools.cache",
            "functools.wraps");

    private final NameIndex index;
    private final NameEvaluator evaluator;
    private final ModuleTable modules;
    private final Collection<UnreadableFile> unreadable;

    UseFinder(NameIndex index, NameEvaluator evaluator, ModuleTable modules, Collection<UnreadableFile> unreadable) {
        this.index = index;
        this.evaluator = evaluator;
        this.modules = modules;
        this.unreadable = unreadable;
    }

    /** Returns the definition, and the imports and aliases that lead to it. */
    Set<ProjectDefinition> withAliases(ProjectDefinition definition) {
        Set<ProjectDefinition> found = new LinkedHashSet<>(List.of(definition));
        Deque<String> open = new ArrayDeque<>(List.of(simpleName(definition)));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (ProjectDefinition alias : index.aliasesOf(open.pop())) {
                Meaning meaning =
                        evaluator.meaning(alias.module(), alias.facts().target());
                if (!found.contains(alias) && meaning.mayBe(definition) && isTarget(meaning, definition, alias)) {
                    found.add(alias);
                    if (seen.add(alias.facts().simpleName())) {
                        open.push(alias.facts().simpleName());
                    }
                }
            }
        }
        return found;
    }

    /** {@code import shop.config} passes the package {@code shop} and is no alias of it. */
    private static boolean isTarget(Meaning meaning, ProjectDefinition definition, ProjectDefinition alias) {
        return meaning.definitions.contains(definition)
                || definition.facts().target() != null && meaning.passed.contains(definition)
                || alias.facts().target().equals(definition.qualifiedName());
    }

    static String simpleName(ProjectDefinition definition) {
        if (definition.kind() != DefinitionKind.MODULE) {
            return definition.facts().simpleName();
        }
        String name = definition.module().name();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
    }

    // ---------------------------------------------------------------- uses

    /** Returns every use, calls or not. */
    Uses references(ProjectDefinition definition) {
        Collector collector = new Collector(definition, false);
        collector.collect();
        return collector.uses();
    }

    /** Returns the calls; other uses are doubts. */
    Uses callers(ProjectDefinition definition) {
        Collector collector = new Collector(definition, true);
        collector.collect();
        collector.addDoubtsOfCallee();
        return collector.uses();
    }

    private final class Collector {
        private final ProjectDefinition definition;
        private final boolean callsOnly;
        private final boolean isMember;
        private final Set<Use> certain = new TreeSet<>();
        private final Set<Use> possible = new TreeSet<>();
        private final Set<Doubt> doubts = new TreeSet<>();

        Collector(ProjectDefinition definition, boolean callsOnly) {
            this.definition = definition;
            this.callsOnly = callsOnly;
            isMember = isMember(definition);
        }

        Uses uses() {
            possible.removeAll(certain);
            return new Uses(List.copyOf(certain), List.copyOf(possible), List.copyOf(doubts));
        }

        void collect() {
            Set<String> identifiers = new LinkedHashSet<>();
            for (ProjectDefinition one : withAliases(definition)) {
                identifiers.add(simpleName(one));
            }
            for (String identifier : identifiers) {
                index.forEach(identifier, (module, number, meaning) -> visit(module, number, meaning));
            }
            index.forEach("*", (module, number, meaning) -> visit(module, number, meaning));
            addStars();
            for (UnreadableFile file : unreadable) {
                if (identifiers.stream().anyMatch(file::mayUse)) {
                    String message = file.path() + " has no tree; what it uses is not known";
                    doubts.add(new Doubt(Doubt.Kind.UNREADABLE_FILE, file.path(), 1, message));
                }
            }
        }

        private void visit(ProjectModule module, int number, Meaning meaning) {
            boolean isFound = meaning.mayBe(definition);
            boolean isUnknown = !isFound && isMember && meaning.unknownMembers.contains(simpleName(definition));
            if (!isFound && !isUnknown) {
                return;
            }
            boolean isEnd = meaning.definitions.contains(definition);
            ModuleFacts facts = module.facts();
            for (int i = 0; i < facts.useCount(); i++) {
                if (facts.nameOfUse(i) == number) {
                    add(facts.use(i), meaning, isUnknown, isEnd);
                }
            }
        }

        private void add(Use use, Meaning meaning, boolean isUnknown, boolean isEnd) {
            boolean isLast = isEnd || isUnknown && isLastMember(meaning);
            if (isUnknown) {
                if (!callsOnly || isLast) {
                    possible.add(use);
                }
                String what = use.name().substring(use.name().lastIndexOf('.') + 1);
                doubt(
                        Doubt.Kind.UNKNOWN_RECEIVER,
                        use,
                        "the type of the value whose ." + what + " is used is not known");
                return;
            }
            if (!isEnd && definition.kind() == DefinitionKind.MODULE && callsOnly) {
                return;
            }
            boolean isCertain =
                    !use.isPossible() && (isEnd ? meaning.isCertain() : meaning.surelyPassed.contains(definition));
            if (!isCertain && isEnd) {
                String why = meaning.doubt != null ? meaning.doubt : "the name has several meanings";
                doubt(Doubt.Kind.UNCERTAIN_NAME, use, use.name() + " is not certain: " + why);
            }
            if (!callsOnly) {
                (isCertain ? certain : possible).add(use);
                return;
            }
            if (isLast && use.form().isCall()) {
                (isCertain ? certain : possible).add(use);
            } else if (isLast) {
                addOther(use);
            }
        }

        private boolean isLastMember(Meaning meaning) {
            List<String> members = meaning.unknownMembers;
            return members.get(members.size() - 1).equals(simpleName(definition));
        }

        /** A use that is no call, when calls are asked for. */
        private void addOther(Use use) {
            switch (use.form()) {
                case READ, DECORATOR, BASE_CLASS, METACLASS ->
                    doubt(Doubt.Kind.ESCAPES, use, simpleName(definition) + " is used without a call here");
                case STRING -> doubt(Doubt.Kind.STRING, use, "a string names " + simpleName(definition));
                case STORE, DELETE -> doubt(Doubt.Kind.REPLACED, use, simpleName(definition) + " is replaced here");
                case COMPUTED -> doubt(Doubt.Kind.COMPUTED_NAME, use, "an attribute of a computed name is used");
                default -> {
                    // Imports, exports and annotations call nothing.
                }
            }
        }

        private void doubt(Doubt.Kind kind, Use use, String message) {
            doubts.add(new Doubt(kind, use.path(), use.line(), message));
        }

        /** Star imports that bring the definition, and attributes of computed names of what it belongs to. */
        private void addStars() {
            Set<ProjectModule> offering = new HashSet<>();
            for (ProjectDefinition one : withAliases(definition)) {
                if (one.facts().enclosing().isEmpty() && one.kind() != DefinitionKind.MODULE) {
                    offering.add(one.module());
                }
            }
            ProjectDefinition owner = owner(definition);
            for (ProjectModule module : modules.all()) {
                ModuleFacts facts = module.facts();
                for (int i = 0; facts != null && i < facts.useCount(); i++) {
                    UseForm form = facts.formOfUse(i);
                    if (form == UseForm.STAR_IMPORT || form == UseForm.COMPUTED) {
                        addStar(module, facts.use(i), offering, owner);
                    }
                }
            }
        }

        private void addStar(ProjectModule module, Use use, Set<ProjectModule> offering, ProjectDefinition owner) {
            String object =
                    use.name().substring(0, use.name().length() - (use.name().endsWith("..*") ? 1 : 2));
            String base = object.endsWith("()") ? object.substring(0, object.length() - 2) : object;
            Meaning meaning = evaluator.meaning(module, base.isEmpty() ? "?" : base);
            if (use.form() == UseForm.COMPUTED) {
                if (meaning.definitions.contains(owner)) {
                    doubt(Doubt.Kind.COMPUTED_NAME, use, "an attribute of " + owner + " of a computed name is used");
                }
                return;
            }
            for (ProjectDefinition starred : meaning.definitions) {
                if (offering.contains(starred.module()) && starred.kind() == DefinitionKind.MODULE && !callsOnly) {
                    (meaning.isCertain() ? certain : possible).add(use);
                }
            }
        }

        private void addDoubtsOfCallee() {
            DefinitionFacts facts = definition.facts();
            for (String decorator : facts.decorators()) {
                if (!HARMLESS.contains(decorator)) {
                    add(Doubt.Kind.DECORATED, "the decorator " + decorator + " may replace " + facts.name());
                }
            }
            ProjectDefinition owner = owner(definition);
            if (!isMember || owner.kind() != DefinitionKind.CLASS) {
                return;
            }
            String name = facts.simpleName();
            if (name.startsWith("__") && name.endsWith("__")) {
                add(Doubt.Kind.SPECIAL_METHOD, name + " is called without being named");
            }
            ClassHierarchy.Ancestry ancestry = evaluator.classes().ancestry(owner);
            if (ancestry.unknown() != null || !ancestry.outside().isEmpty()) {
                String base = ancestry.unknown() != null
                        ? ancestry.unknown()
                        : owner + " is derived from " + String.join(", ", ancestry.outside());
                add(Doubt.Kind.UNKNOWN_BASE, base + ", which may call " + name);
            }
        }

        private void add(Doubt.Kind kind, String message) {
            doubts.add(new Doubt(kind, definition.path(), definition.line(), message));
        }
    }

    /** Returns the class or module around a definition. */
    ProjectDefinition owner(ProjectDefinition definition) {
        String around = definition.facts().enclosing();
        List<ProjectDefinition> owners = new ArrayList<>(definition.module().definitions(around));
        return around.isEmpty() || owners.isEmpty()
                ? definition.module().asDefinition()
                : owners.get(owners.size() - 1);
    }

    /** Returns whether a definition is an attribute of a class. */
    boolean isMember(ProjectDefinition definition) {
        return definition.kind() != DefinitionKind.MODULE
                && !definition.facts().enclosing().isEmpty()
                && owner(definition).kind() == DefinitionKind.CLASS;
    }
}
