package dev.codemod.codemods.singleton;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Snippet;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.Argument;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Module;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes the stub of a module say what the module says after its singletons were converted. */
final class StubRewrite {
    private final FileContext file;
    private final Decisions decisions;
    private final TreeReplacer replacer = new TreeReplacer();

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
        return replacer.apply(file.module());
    }

    private static boolean isPlain(Decision decision) {
        return decision.outcome() == ClassFact.Outcome.PLAIN;
    }

    private boolean isDeclared(String name) {
        return file.semantics().scope().binding(name) != null;
    }

    private void rewrite(ClassDef definition, Decision decision) {
        String unsafe = decision.unsafe(file);
        boolean isApplied = file.offer(
                unsafe.isEmpty() ? Applicability.SAFE : Applicability.UNSAFE,
                definition.name(),
                unsafe.isEmpty() ? "instance-used" : unsafe,
                "the stub of " + decision.fact().key().name()
                        + (isPlain(decision) ? " names no metaclass" : " declares " + decision.name()),
                decision.unit());
        if (!isApplied) {
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
        Snippet<Statement> declaration =
                decision.isLazy() ? Snippet.statement("def $name() -> $cls: ...") : Snippet.statement("$name: $cls");
        List<Statement> statements = new ArrayList<>(List.of(
                definition,
                declaration
                        .bind("name", decision.name())
                        .bind("cls", decision.fact().key().name())
                        .build()));
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
