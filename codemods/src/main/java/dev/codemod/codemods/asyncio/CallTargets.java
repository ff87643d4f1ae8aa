package dev.codemod.codemods.asyncio;

import dev.codemod.project.DefinitionKind;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.Use;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Follows the calls of coroutines through the synchronous functions of a project, to where the known files end. */
final class CallTargets {
    private final ProjectIndex index;
    private final Constructors constructors;
    private final Set<ProjectDefinition> reached = new HashSet<>();
    private final Deque<ProjectDefinition> open = new ArrayDeque<>();

    private CallTargets(ProjectIndex index) {
        this.index = index;
        constructors = new Constructors(index);
    }

    /**
     * Returns the files of the project that are not known yet and decide what is called.
     *
     * @param index which has not been asked anything else, because it tells of all files that it missed
     */
    static Set<String> missing(ProjectIndex index) {
        CallTargets targets = new CallTargets(index);
        targets.follow();
        return index.missingFiles();
    }

    private void follow() {
        for (ModuleFacts module : index.facts().modules()) {
            for (Use use : module.uses()) {
                if (use.form().isCall() && isByCoroutine(use)) {
                    follow(use);
                }
            }
        }
        while (!open.isEmpty()) {
            index.callsOf(open.poll()).forEach(this::follow);
        }
    }

    private boolean isByCoroutine(Use use) {
        ProjectDefinition user = index.userOf(use);
        return user.facts().isAsync() || HelperGraph.isLegacy(user.facts());
    }

    private void follow(Use call) {
        boolean mayBeOfProject = !call.name().startsWith("?") && !call.name().startsWith("builtins.");
        ProjectDefinition target = mayBeOfProject ? index.targetOf(call).definition() : null;
        if (target != null && target.kind() == DefinitionKind.CLASS) {
            target = constructors.of(target);
        }
        if (target != null
                && target.kind() == DefinitionKind.FUNCTION
                && !target.facts().isAsync()
                && reached.add(target)) {
            open.add(target);
        }
    }
}
