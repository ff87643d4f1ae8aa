package dev.codemod.codemods.singleton;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Snippet;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rewrites the uses of singletons of other files: calls and imports. */
final class UserRewrite {
    private final FileContext file;
    private final Semantics names;
    private final Decisions decisions;
    private final TreeReplacer replacer;
    private final SiteScanner scanner;
    private final Set<String> given = new HashSet<>();
    private final Set<String> exportedNames = new TreeSet<>();
    private final Set<Statement> removed = new LinkedHashSet<>();

    UserRewrite(FileContext file, Decisions decisions, TreeReplacer replacer) {
        this.file = file;
        this.names = file.semantics();
        this.decisions = decisions;
        this.replacer = replacer;
        this.scanner = new SiteScanner(file.path(), names, decisions.wanted(), Set.of());
    }

    /** Returns the statements of the module that an import makes superfluous. */
    Set<Statement> removedStatements() {
        return removed;
    }

    /** Returns the names that the {@code __all__} of the file must get. */
    Set<String> exportedNames() {
        return exportedNames;
    }

    /** Notes the replacements. */
    void run() {
        Map<ClassKey, List<SiteScanner.Site>> sites = new TreeMap<>();
        for (SiteScanner.Site site : scanner.sites()) {
            Providers.Way way = decisions.way(site.fact());
            Decision decision = way == null ? null : decisions.of(way.key());
            if (decision != null && decision.isConverted() && !way.key().path().equals(file.path())) {
                sites.computeIfAbsent(way.key(), key -> new ArrayList<>()).add(site);
            }
        }
        for (Map.Entry<ClassKey, List<SiteScanner.Site>> entry : sites.entrySet()) {
            Decision decision = decisions.of(entry.getKey());
            if (isOffered(decision, entry.getValue())) {
                rewrite(decision, entry.getValue());
            }
        }
    }

    /** Reports what changes and returns whether all of it must be done. */
    private boolean isOffered(Decision decision, List<SiteScanner.Site> sites) {
        String name = decision.fact().key().name();
        String before = decision.fact().method().isEmpty()
                ? name
                : name + "." + decision.fact().method();
        String now = decision.name() + (decision.isLazy() ? "()" : "");
        boolean isApplied = true;
        for (SiteScanner.Site site : sites) {
            if (decision.fact().isCall(site.fact())) {
                isApplied &= offer(decision, site.place(), before + "() becomes " + now);
            } else if (site.fact().kind() == UseKind.IMPORT && offeredName(site) != null) {
                isApplied &= offer(decision, site.place(), now + " is imported beside " + name + " for other files");
            }
        }
        return isApplied;
    }

    private boolean offer(Decision decision, Node place, String message) {
        String unsafe = decision.unsafe(file);
        Applicability applicability = unsafe.isEmpty() ? Applicability.SAFE : Applicability.UNSAFE;
        String reason = unsafe.isEmpty() ? "instance-used" : unsafe;
        return file.offer(applicability, place, reason, message, decision.unit());
    }

    /** Returns the name by which the file must offer the instance to others because of an import, or null. */
    private String offeredName(SiteScanner.Site importSite) {
        for (ImportedName imported : scanner.imports()) {
            for (Definition definition : imported.definitions()) {
                if (definition.alias() == importSite.place()) {
                    String offered = imported.isGlobal(names) ? decisions.offered(file.path(), imported) : null;
                    String source = offered == null ? "" : decisions.name(decisions.way(importSite.fact()));
                    return offered == null || isImported(imported, source, offered) ? null : offered;
                }
            }
        }
        return null;
    }

    private void rewrite(Decision decision, List<SiteScanner.Site> sites) {
        for (SiteScanner.Site site : sites) {
            if (decision.fact().isCall(site.fact()) && site.place() instanceof Attribute attribute) {
                Call call = call(attribute, decision);
                String name = decisions.name(decisions.way(site.fact()));
                replacer.replace(attribute.attr(), Snippet.identifier(name));
                if (!decision.isLazy()) {
                    replacer.replace(call, attribute);
                } else if (call.func() != attribute) {
                    replacer.replace(call.func(), attribute);
                }
            }
        }
        for (ImportedName imported : scanner.imports()) {
            if (imported.isSure() && isAmong(imported, sites)) {
                rewrite(decision, imported, sites);
            }
        }
    }

    private static boolean isAmong(ImportedName imported, List<SiteScanner.Site> sites) {
        Alias first = imported.definitions().get(0).alias();
        return sites.stream().anyMatch(site -> site.place() == first);
    }

    // ---------------------------------------------------------------- imported names

    /** Returns the call that gets the instance: {@code Config()}, or {@code Config.instance()}. */
    private Call call(Expression mention, Decision decision) {
        Path path = names.path(mention);
        return (Call) (decision.fact().method().isEmpty() ? path.parent() : path.ancestor(2));
    }

    private void rewrite(Decision decision, ImportedName imported, List<SiteScanner.Site> sites) {
        List<Call> calls = new ArrayList<>();
        for (SiteScanner.Site site : sites) {
            if (site.place() instanceof Name name
                    && imported.references().contains(name)
                    && decision.fact().isCall(site.fact())) {
                calls.add(call(name, decision));
            }
        }
        String offered = imported.isGlobal(names) ? decisions.offered(file.path(), imported) : null;
        if (calls.isEmpty() && offered == null) {
            return;
        }
        SiteFact fact = new SiteFact(file.path(), 0, List.of(imported.module()), imported.name(), UseKind.IMPORT, "");
        String source = decisions.name(decisions.way(fact));
        String local = offered;
        boolean isThere = offered != null && isImported(imported, source, offered);
        if (isThere && calls.isEmpty()) {
            return;
        }
        if (local == null) {
            local = importedAs(imported, source, calls);
            isThere = local != null;
        }
        if (local == null) {
            Assign same = decision.isLazy() ? null : sameAssignment(imported, source, calls);
            if (same != null) {
                removed.add(same);
                calls.remove(same.value());
                local = source;
            } else {
                boolean isInPackage = ModulePath.of(file.path()).isPackage() && imported.isGlobal(names);
                local = new InstanceNames(names, isInPackage, calls, given).local(source, decision.isLazy());
            }
        }
        given.add(local);
        if (offered != null
                && Exports.contains(file.module(), imported.binding().name())) {
            exportedNames.add(offered);
        }
        for (Call call : calls) {
            replacer.replace(
                    call,
                    decision.isLazy()
                            ? Snippet.expression("$f()").bind("f", local).build()
                            : Snippet.name(local));
        }
        boolean isKept = imported.references().size() > calls.size() + removedCalls(imported)
                || isInterface(imported)
                || ClassMentions.isMentioned(file.module(), imported.binding().name());
        for (Definition definition : imported.definitions()) {
            alias(definition, source, local, isKept, isThere);
        }
    }

    private int removedCalls(ImportedName imported) {
        int count = 0;
        for (Name reference : imported.references()) {
            for (Statement statement : removed) {
                count += ClassHazards.isInside(reference, statement) ? 1 : 0;
            }
        }
        return count;
    }

    /** Returns whether other files may want the class from this one. */
    private boolean isInterface(ImportedName imported) {
        String name = imported.binding().name();
        return imported.isGlobal(names)
                && (ModulePath.of(file.path()).isPackage()
                        || file.path().endsWith(".pyi")
                        || Exports.contains(file.module(), name)
                        || decisions.isUsedFrom(file.path(), name));
    }

    private void alias(Definition definition, String source, String local, boolean isKept, boolean isThere) {
        List<Alias> aliases = new ArrayList<>();
        if (isKept) {
            aliases.add(definition.alias());
        }
        if (!isThere) {
            aliases.add(newAlias(source, local));
        }
        ImportFrom statement = (ImportFrom) definition.site();
        if (!aliases.isEmpty() || statement.names().size() > 1) {
            replacer.replace(definition.alias(), aliases);
        } else if (file.module().statements().contains(statement)) {
            removed.add(statement);
        }
    }

    private static Alias newAlias(String source, String local) {
        Snippet<Statement> statement = source.equals(local)
                ? Snippet.statement("from m import $source").bind("source", source)
                : Snippet.statement("from m import $source as $local")
                        .bind("source", source)
                        .bind("local", local);
        return ((ImportFrom) statement.build()).names().first();
    }

    private boolean isImported(ImportedName imported, String source, String local) {
        return scanner.imports().stream()
                .anyMatch(other -> isSame(other, imported, source)
                        && other.isGlobal(names)
                        && other.binding().name().equals(local));
    }

    private static boolean isSame(ImportedName other, ImportedName imported, String source) {
        return other.name().equals(source) && other.module().equals(imported.module()) && other.isSure();
    }

    /** Returns the variable to which the instance is imported already, if it means that at all calls; else null. */
    private String importedAs(ImportedName imported, String source, List<Call> calls) {
        for (ImportedName other : scanner.imports()) {
            if (isSame(other, imported, source) && isVisible(other.binding(), calls)) {
                return other.binding().name();
            }
        }
        return null;
    }

    private boolean isVisible(Binding binding, List<Call> calls) {
        for (Call call : calls) {
            if (names.scopeOf(call).lookup(binding.name()) != binding) {
                return false;
            }
        }
        return true;
    }

    /** Returns {@code config = Config()} at the top of the module, if the import can take its place; else null. */
    private Assign sameAssignment(ImportedName imported, String source, List<Call> calls) {
        Binding binding = names.scope().binding(source);
        Definition only = binding == null ? null : binding.onlyDefinition();
        boolean isCandidate = only != null
                && only.site() instanceof Assign assign
                && assign.targets().size() == 1
                && assign.targets().first() instanceof Name
                && calls.contains(assign.value())
                && file.module().statements().contains(assign)
                && isVisible(binding, calls);
        if (!isCandidate || !isBefore(imported, only.site())) {
            return null;
        }
        return (Assign) only.site();
    }

    private boolean isBefore(ImportedName imported, Node site) {
        for (Definition definition : imported.definitions()) {
            Node statement = definition.site();
            if (!file.module().statements().contains(statement) || statement.firstToken() > site.firstToken()) {
                return false;
            }
        }
        return true;
    }
}
