package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import dev.codemod.match.Pattern;
import dev.codemod.match.Rewrite;
import dev.codemod.tree.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A codemod made of patterns: at every node the first {@link Rewrite} that matches is made.
 *
 * <p>It is applied until nothing matches any more, five times at most; see {@link PatternRewriter}.
 */
public final class PatternCodemod extends Codemod {
    private static final int MAX_CYCLES = 5;

    private final String id;
    private final String summary;
    private final Applicability applicability;
    private final List<Rewrite> rewrites;

    /**
     * Creates a codemod.
     *
     * @param summary one sentence; also the message of its findings
     * @param applicability of every rewrite; {@link Applicability#MANUAL} reports the places only
     */
    public PatternCodemod(String id, String summary, Applicability applicability, List<Rewrite> rewrites) {
        this.id = requireNonNull(id, "id is null");
        this.summary = requireNonNull(summary, "summary is null");
        this.applicability = requireNonNull(applicability, "applicability is null");
        this.rewrites = List.copyOf(rewrites);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public Prefilter prefilter() {
        return prefilter(rewrites.stream().map(Rewrite::pattern).toList());
    }

    /** Returns the words without which none of the patterns can match. */
    public static Prefilter prefilter(List<Pattern> patterns) {
        if (patterns.size() == 1) {
            Prefilter filter = Prefilter.always();
            for (String word : patterns.get(0).requiredWords()) {
                filter = filter.and(word);
            }
            return filter;
        }
        List<String> words = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Set<String> ofPattern = pattern.requiredWords();
            if (ofPattern.isEmpty()) {
                return Prefilter.always();
            }
            words.add(longest(ofPattern));
        }
        return Prefilter.anyOf(words);
    }

    private static String longest(Set<String> words) {
        String longest = "";
        for (String word : words) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    @Override
    public Module rewrite(FileContext file) {
        PatternRewriter.Judge judge = (rewrite, match) -> PatternRewriter.plainJudgement(
                match, applicability, rewrites.get(rewrite).pattern()::isComposed);
        return new PatternRewriter(file, summary, rewrites, judge).rewritten();
    }

    /** Until nothing matches any more, but not for ever. */
    @Override
    public int cycles() {
        return MAX_CYCLES;
    }

    /** Returns a Markdown table of the patterns and what takes their place. */
    public static String rewritesAsTable(List<Rewrite> rewrites) {
        StringBuilder table = new StringBuilder("| code | becomes |\n|---|---|\n");
        for (Rewrite rewrite : rewrites) {
            table.append("| `").append(oneLine(rewrite.pattern().text()));
            String replacement = rewrite.replacement();
            table.append(replacement == null ? "` | reported |\n" : "` | `" + oneLine(replacement) + "` |\n");
        }
        return table.toString();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }

    @Override
    public String page() {
        return "# " + id + "\n\n" + summary + "\n\n" + rewritesAsTable(rewrites);
    }
}
