package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import dev.codemod.source.LanguageLevel;
import java.util.List;
import java.util.Map;

/**
 * What a run does.
 *
 * @param codemods the codemods, in the order in which they are applied to a file; their steps in their place
 * @param isUnsafe whether {@link Applicability#UNSAFE} rewrites are applied
 * @param level the language level of every file, or null to find it out for each
 * @param parameters the values of options by name ({@code name}, or {@code id.name} for one codemod only)
 * @param jobs the number of worker threads, at least 1
 * @param scope what is known besides
 */
public record RunOptions(
        List<Codemod> codemods,
        boolean isUnsafe,
        LanguageLevel level,
        Map<String, String> parameters,
        int jobs,
        RunScope scope) {
    /** Creates the options of a run that knows of no other codemods than its own. */
    public RunOptions(
            List<Codemod> codemods, boolean isUnsafe, LanguageLevel level, Map<String, String> parameters, int jobs) {
        this(codemods, isUnsafe, level, parameters, jobs, RunScope.UNKNOWN);
    }

    public RunOptions {
        requireNonNull(scope, "scope is null");
        codemods = codemods.stream()
                .flatMap(codemod -> codemod.steps().stream())
                .distinct()
                .toList();
        parameters = Map.copyOf(requireNonNull(parameters, "parameters is null"));
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, not " + jobs);
        }
    }

    /** Returns the value of a codemod's option: the user's for this codemod, the user's for all, or the default. */
    String parameter(Codemod codemod, Option option) {
        String own = parameters.get(codemod.id() + "." + option.name());
        return own != null ? own : parameters.getOrDefault(option.name(), option.defaultValue());
    }
}
