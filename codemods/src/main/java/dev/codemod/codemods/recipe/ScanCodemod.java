package dev.codemod.codemods.recipe;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.PatternCodemod;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemod.ProjectCodemod;
import dev.codemod.codemod.Severity;
import dev.codemod.match.Match;
import dev.codemod.match.Rewrite;
import dev.codemod.project.DefinitionFacts;
import dev.codemod.project.IndexFacts;
import dev.codemod.project.ModuleFacts;
import dev.codemod.rewrite.Imports;
import dev.codemod.semantics.Truth;
import dev.codemod.semantics.TypeTable;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import java.util.List;

/** A recipe that first collects names or texts in the whole project, and then rewrites what uses them. */
final class ScanCodemod extends ProjectCodemod<CollectedFacts> {
    /**
     * What is collected.
     *
     * @param search where
     * @param where what must hold of a match
     * @param metavariable what of the match
     */
    record Scan(Rewrite search, Condition where, String metavariable) {}

    private final String id;
    private final String page;
    private final RecipeDefinition definition;
    private final Scan scan;

    ScanCodemod(String id, String page, RecipeDefinition definition, Scan scan) {
        this.id = id;
        this.page = page;
        this.definition = definition;
        this.scan = scan;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return definition.message();
    }

    @Override
    public String page() {
        return page;
    }

    @Override
    public Severity severity() {
        return definition.severity();
    }

    @Override
    public boolean supports(LanguageLevel level) {
        return definition.requirements().supports(level);
    }

    @Override
    public LanguageLevel oldestPython() {
        return definition.requirements().oldest();
    }

    @Override
    public int cycles() {
        return definition.cycles();
    }

    @Override
    public Prefilter prefilter() {
        return PatternCodemod.prefilter(List.of(scan.search().pattern()));
    }

    @Override
    public CollectedFacts none() {
        return CollectedFacts.NONE;
    }

    @Override
    public CollectedFacts merge(CollectedFacts left, CollectedFacts right) {
        return left.merge(right);
    }

    @Override
    public CollectedFacts scan(FileContext file) {
        RecipeContext context = new RecipeContext(file, TypeTable.builder().build(), CollectedFacts.NONE);
        Rewrite.FileRewrite search = scan.search().in(file.semantics(), Imports.of(file.module()));
        ModuleFacts module = file.moduleFacts();
        CollectedFacts facts = CollectedFacts.of(IndexFacts.of(module));
        for (Node node : file.module().findAll(Node.class)) {
            Match match = search.match(node);
            if (match == null || scan.where().holds(match, context) != Truth.YES) {
                continue;
            }
            Node value = (Node) match.bindings().get(scan.metavariable());
            String name = definedName(module, value);
            if (name != null) {
                facts.definitions().add(CollectedFacts.definition(file.path(), name));
            } else {
                facts.texts().add(ConditionReader.text(value));
            }
        }
        return facts.isEmpty() ? CollectedFacts.NONE : facts;
    }

    private static String definedName(ModuleFacts module, Node value) {
        for (DefinitionFacts candidate : module.definitions()) {
            if (candidate.offset() == value.startOffset() && !candidate.name().isEmpty()) {
                return candidate.name();
            }
        }
        return null;
    }

    @Override
    public Prefilter usesPrefilter(CollectedFacts collected) {
        return Prefilter.anyOf(collected.words());
    }

    @Override
    public CollectedFacts scanUses(FileContext file, CollectedFacts collected) {
        return CollectedFacts.of(IndexFacts.of(file.moduleFacts()));
    }

    @Override
    public CollectedFacts unknownUses(String path, CollectedFacts collected) {
        return CollectedFacts.of(IndexFacts.unreadable(path));
    }

    @Override
    public Prefilter rewritePrefilter(CollectedFacts facts) {
        return facts.isEmpty() ? Prefilter.anyOf() : definition.prefilter();
    }

    @Override
    public Module rewrite(FileContext file, CollectedFacts facts) {
        return definition.rewrite(file, facts);
    }
}
