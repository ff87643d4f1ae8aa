package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.PatternCodemod;
import dev.codemod.codemod.PatternRewriter;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemod.Severity;
import dev.codemod.match.Rewrite;
import dev.codemod.rewrite.CommentPolicy;
import dev.codemod.semantics.TypeTable;
import dev.codemod.tree.Module;
import java.util.List;

/**
 * What a recipe of patterns does to a file.
 *
 * @param message one sentence; also the message of its findings
 * @param severity how bad they are, or null if the recipe does not say
 * @param table the types that its conditions ask about
 * @param unwanted qualified names whose imports go where something was rewritten and nothing uses them any more
 * @param cycles how often it is applied at most
 */
record RecipeDefinition(
        String message,
        Severity severity,
        Applicability applicability,
        Requirements requirements,
        List<Rule> rules,
        TypeTable table,
        List<String> unwanted,
        CommentPolicy comments,
        int cycles) {
    List<Rewrite> rewrites() {
        return rules.stream().map(Rule::rewrite).toList();
    }

    Prefilter prefilter() {
        return requirements.restrict(PatternCodemod.prefilter(
                rewrites().stream().map(Rewrite::pattern).toList()));
    }

    /** Rewrites a file; {@code facts} are what its scan collected, or null for a recipe without one. */
    Module rewrite(FileContext file, CollectedFacts facts) {
        RecipeContext context = new RecipeContext(file, table, facts);
        if (!requirements.holdIn(context)) {
            return file.module();
        }
        file.setCommentPolicy(comments);
        PatternRewriter rewriter = new PatternRewriter(
                file, message, rewrites(), (rule, match) -> rules.get(rule).judge(match, applicability, context));
        unwanted.forEach(rewriter.imports()::removeIfUnused);
        return rewriter.rewritten();
    }
}
