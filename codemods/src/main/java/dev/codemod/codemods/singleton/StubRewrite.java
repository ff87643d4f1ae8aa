package dev.codemod.codemods.singleton;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Snippet;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Argument;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the stub of a module say what the module says after its singletons were converted. */
final class StubRewrite {
    private final FileContext file;
    private final Decisions decisions;
    private final TreeReplacer replacer = new TreeReplacer();
    private final Map<Statement, List<Statement>> added = new IdentityHashMap<>();
    private final Set<String> exported = new TreeSet<>();

    StubRewrite(FileContext file, Decisions decisions) {
        this.file = file;
        this.decisions = decisions;
    }

    static boolean isStub(String path) {
        return path.endsWith(".pyi");
    }

    /** Returns the module that a stub describes. */
    static String moduleOf(String stub) {
        return stub.substring(0, stub.length() - 1);
    }

    /** Returns whether a stub declares a class so that it can follow: once, at the top, without decorators. */
    static boolean canFollow(Module stub, String name) {
        int count = 0;
        for (ClassDef definition : stub.findAll(ClassDef.class)) {
            if (definition.name().is(name)) {
                boolean isTop = stub.statements().contains(definition);
                count += isTop && definition.decorators().isEmpty() ? 1 : 2;
            }
        }
        return count == 1;
    }

    Module run() {
        for (Statement statement : file.module().statements()) {
            if (statement instanceof ClassDef definition) {
                ClassKey key =
                        new ClassKey(moduleOf(file.path()), definition.name().sourceText());
                Decision decision = decisions.of(key);
                if (decision != null && decision.isConverted() && (isPlain(decision) || !isDeclared(decision.name()))) {
                    rewrite(definition, decision);
                }
            }
        }
        for (ImportedName imported : ImportedName.in(file.path(), file.semantics())) {
            if (imported.isSure() && imported.isGlobal(file.semantics())) {
                reexport(imported);
            }
        }
        Exports.add(file.module(), exported, replacer);
        return replacer.apply(file.module());
    }

    /** Declares the instance that the module imports beside a class; in a stub an import alone would not export it. */
    private void reexport(ImportedName imported) {
        String name = imported.binding().name();
        String offered = decisions.offered(moduleOf(file.path()), name);
        Alias alias = imported.definitions().get(0).alias();
        SiteFact site = new SiteFact(
                file.path(), alias.line(), List.of(imported.module()), imported.name(), UseKind.IMPORT, "");
        Providers.Way way = offered == null || isDeclared(offered) ? null : decisions.way(site);
        Decision decision = way == null ? null : decisions.of(way.key());
        if (decision == null || !decision.isConverted() || !offer(decision, alias, name + " exports " + offered)) {
            return;
        }
        Statement statement = (Statement) imported.definitions().get(0).site();
        if (file.module().statements().contains(statement)) {
            List<Statement> after = added.computeIfAbsent(statement, key -> new ArrayList<>());
            after.add(declaration(decision, offered, name));
            List<Statement> all = new ArrayList<>(List.of(statement));
            all.addAll(after);
            replacer.replace(statement, all);
            if (Exports.contains(file.module(), name)) {
                exported.add(offered);
            }
        }
    }

    private static Statement declaration(Decision decision, String name, String className) {
        Snippet<Statement> declaration =
                decision.isLazy() ? Snippet.statement("def $name() -> $cls: ...") : Snippet.statement("$name: $cls");
        return declaration.bind("name", name).bind("cls", className).build();
    }

    private boolean offer(Decision decision, Node place, String what) {
        String unsafe = decision.unsafe(file);
        return file.offer(
                unsafe.isEmpty() ? Applicability.SAFE : Applicability.UNSAFE,
                place,
                unsafe.isEmpty() ? "instance-used" : unsafe,
                "the stub of " + what,
                decision.unit());
    }

    private static boolean isPlain(Decision decision) {
        return decision.outcome() == ClassFact.Outcome.PLAIN;
    }

    private boolean isDeclared(String name) {
        return file.semantics().scope().binding(name) != null;
    }

    private void rewrite(ClassDef definition, Decision decision) {
        String what = decision.fact().key().name()
                + (isPlain(decision) ? " names no metaclass" : " declares " + decision.name());
        if (!offer(decision, definition.name(), what)) {
            return;
        }
        if (definition.arguments() != null) {
            for (Argument argument : definition.arguments().arguments()) {
                if (argument instanceof Keyword keyword
                        && keyword.name() != null
                        && keyword.name().is("metaclass")) {
                    boolean isOnly = definition.arguments().arguments().size() == 1;
                    replacer.remove(isOnly ? definition.arguments() : keyword);
                }
            }
        }
        methods(definition, decision);
        if (isPlain(decision)) {
            return;
        }
        List<Statement> statements = List.of(
                definition,
                declaration(decision, decision.name(), decision.fact().key().name()));
        replacer.replace(definition, statements);
    }

    /** Removes the declaration of the method that kept the instance. */
    private void methods(ClassDef definition, Decision decision) {
        String method = decision.fact().isNew() ? "__new__" : decision.fact().method();
        for (Statement member : definition.body().statements()) {
            if (member instanceof FunctionDef function && function.name().is(method)) {
                boolean isOnly = definition.body().statements().size() == 1;
                if (isOnly) {
                    replacer.replace(member, Snippet.statement("pass").build());
                } else {
                    replacer.remove(member);
                }
            }
        }
    }
}
