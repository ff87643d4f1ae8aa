package dev.codemod.project;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ModuleName;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Alias;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.If;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Match;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Try;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.While;
import dev.codemod.tree.With;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks through one file and collects what {@link ModuleFacts} keep. */
final class ModuleScanner extends VoidVisitorAdapter<Void> {
    private final String path;
    private final Semantics semantics;
    private final References references;
    private final DefinitionReader reader;
    private final UseTable uses = new UseTable();
    private final List<DefinitionFacts> definitions = new ArrayList<>();
    private final List<DefinitionFacts> attributes = new ArrayList<>();
    private final Deque<ScanFrame> frames = new ArrayDeque<>();
    private final Set<Attribute> stored;

    /** How a name or attribute that is met next is used. */
    private UseForm form = UseForm.READ;

    private int flags;
    private Call awaited;
    private Call dropped;

    ModuleScanner(String path, Semantics semantics) {
        this.path = path;
        this.semantics = semantics;
        references = new References(semantics);
        reader = new DefinitionReader(semantics, references);
        stored = new HashSet<>(semantics.attributeTargets());
    }

    ModuleFacts scan() {
        frames.push(new ScanFrame(semantics.scope(), "", -1));
        semantics.module().accept(this, null);
        frames.pop();
        definitions.addAll(reader.variables());
        definitions.addAll(attributes);
        ExportReader exports = new ExportReader(semantics);
        ModuleFacts.Exports exported = exports.read();
        for (StringConstant element : exports.elements()) {
            uses.add(element, References.OWN + Strings.content(element), UseForm.EXPORT, -1, 0);
        }
        List<String> stars = new ArrayList<>();
        for (ImportFrom star : semantics.scope().starImports()) {
            stars.add(semantics.moduleName().imported(star));
        }
        return new ModuleFacts(path, definitions, stars, exported, uses.names(), uses.uses());
    }

    private void add(Node at, String name, UseForm use) {
        uses.add(at, name, use, frames.peek().number, flags);
    }

    private void addAll(Node at, References.Found found, UseForm use) {
        int before = flags;
        if (found.isPossible()) {
            flags |= ModuleFacts.POSSIBLE;
        }
        for (String name : found.names()) {
            add(at, name, use);
        }
        flags = before;
    }

    /** Visits a part whose names are used in a certain way. */
    private void visitAs(UseForm use, Node part) {
        if (part != null) {
            UseForm before = form;
            form = use;
            part.accept(this, null);
            form = before;
        }
    }

    private void visitAll(Iterable<? extends Node> nodes) {
        for (Node node : nodes) {
            visitAs(UseForm.READ, node);
        }
    }

    // ---------------------------------------------------------------- definitions

    @Override
    public void visit(FunctionDef n, Void arg) {
        decorators(n.decorators());
        n.parameters().accept(this, null);
        visitAs(UseForm.ANNOTATION, n.returns());
        visitAs(UseForm.ANNOTATION, n.typeParams());
        ScanFrame around = frames.peek();
        ScanFrame frame = enter(n, n.name());
        references.enterFunction(n, frame.scope, around.scope.kind() == ScopeKind.CLASS ? around.name : null);
        walkBody(frame, n.body());
        definitions.set(frame.number, reader.function(n, frame.name, frame.isGenerator, around.blocks > 0));
    }

    @Override
    public void visit(ClassDef n, Void arg) {
        decorators(n.decorators());
        visitAs(UseForm.ANNOTATION, n.typeParams());
        if (n.arguments() != null) {
            for (Argument argument : n.arguments().arguments()) {
                if (argument instanceof Keyword keyword) {
                    boolean isMetaclass =
                            keyword.name() != null && keyword.name().is("metaclass");
                    visitAs(isMetaclass ? UseForm.METACLASS : UseForm.READ, keyword.value());
                } else {
                    visitAs(UseForm.BASE_CLASS, argument);
                }
            }
        }
        ScanFrame around = frames.peek();
        ScanFrame frame = enter(n, n.name());
        walkBody(frame, n.body());
        definitions.set(frame.number, reader.classDefinition(n, frame.scope, frame.name, around.blocks > 0));
    }

    private void decorators(Iterable<Decorator> decorators) {
        for (Decorator decorator : decorators) {
            visitAs(UseForm.DECORATOR, decorator.expression());
        }
    }

    private ScanFrame enter(Node definition, Node name) {
        ScanFrame around = frames.peek();
        String prefix = around.name;
        if (!prefix.isEmpty()) {
            prefix += around.scope.kind() == ScopeKind.CLASS ? "." : ".<locals>.";
        }
        ScanFrame frame = new ScanFrame(
                reader.scope(definition), RecentStrings.canonical(prefix + semantics.text(name)), definitions.size());
        definitions.add(null);
        return frame;
    }

    private void walkBody(ScanFrame frame, Node body) {
        int before = flags;
        flags &= ~ModuleFacts.DEFERRED;
        frames.push(frame);
        body.accept(this, null);
        frames.pop();
        flags = before;
    }

    @Override
    public void visit(Parameter n, Void arg) {
        visitAs(UseForm.ANNOTATION, n.annotation());
        visitAs(UseForm.READ, n.defaultValue());
    }

    // ---------------------------------------------------------------- surroundings

    @Override
    public void visit(If n, Void arg) {
        frames.peek().blocks++;
        visitAs(UseForm.READ, n.test());
        int before = flags;
        if (references.isTypeChecking(n.test())) {
            flags |= ModuleFacts.TYPE_CHECKING;
        }
        n.body().accept(this, null);
        flags = before;
        visitAll(n.elifs());
        visitAs(UseForm.READ, n.orElse());
        frames.peek().blocks--;
    }

    @Override
    public void visit(Try n, Void arg) {
        frames.peek().blocks++;
        super.visit(n, null);
        frames.peek().blocks--;
    }

    @Override
    public void visit(While n, Void arg) {
        frames.peek().blocks++;
        super.visit(n, null);
        frames.peek().blocks--;
    }

    @Override
    public void visit(For n, Void arg) {
        frames.peek().blocks++;
        super.visit(n, null);
        frames.peek().blocks--;
    }

    @Override
    public void visit(With n, Void arg) {
        frames.peek().blocks++;
        super.visit(n, null);
        frames.peek().blocks--;
    }

    @Override
    public void visit(Match n, Void arg) {
        frames.peek().blocks++;
        super.visit(n, null);
        frames.peek().blocks--;
    }

    @Override
    public void visit(Lambda n, Void arg) {
        if (n.parameters() != null) {
            n.parameters().accept(this, null);
        }
        int before = flags;
        boolean isGenerator = frames.peek().isGenerator;
        flags |= ModuleFacts.DEFERRED;
        visitAs(UseForm.READ, n.body());
        flags = before;
        frames.peek().isGenerator = isGenerator;
    }

    @Override
    public void visit(GeneratorExp n, Void arg) {
        int before = flags;
        visitAs(UseForm.READ, n.generators().first().iter());
        flags |= ModuleFacts.DEFERRED;
        visitAs(UseForm.READ, n.element());
        boolean first = true;
        for (Comprehension generator : n.generators()) {
            visitAs(UseForm.READ, generator.target());
            if (!first) {
                visitAs(UseForm.READ, generator.iter());
            }
            visitAll(generator.ifs());
            first = false;
        }
        flags = before;
    }

    @Override
    public void visit(Yield n, Void arg) {
        frames.peek().isGenerator = true;
        super.visit(n, null);
    }

    @Override
    public void visit(YieldFrom n, Void arg) {
        frames.peek().isGenerator = true;
        super.visit(n, null);
    }

    @Override
    public void visit(AnnAssign n, Void arg) {
        visitAs(UseForm.READ, n.target());
        visitAs(UseForm.ANNOTATION, n.annotation());
        visitAs(UseForm.READ, n.value());
    }

    @Override
    public void visit(Delete n, Void arg) {
        for (Expression target : n.targets()) {
            visitAs(UseForm.DELETE, target);
        }
    }

    // ---------------------------------------------------------------- uses

    @Override
    public void visit(Import n, Void arg) {
        for (Alias alias : n.names()) {
            add(alias, ModuleName.dotted(alias.name()), UseForm.IMPORT);
        }
    }

    @Override
    public void visit(ImportFrom n, Void arg) {
        String module = semantics.moduleName().imported(n);
        if (n.isStar()) {
            add(n, ModuleName.member(module, "*"), UseForm.STAR_IMPORT);
        }
        for (Alias alias : n.names()) {
            add(alias, ModuleName.member(module, ModuleName.dotted(alias.name())), UseForm.IMPORT);
        }
    }

    @Override
    public void visit(ExpressionStatement n, Void arg) {
        if (n.value() instanceof Call call) {
            dropped = call;
        }
        if (!(n.value() instanceof StringConstant)) {
            visitAs(UseForm.READ, n.value());
        }
    }

    @Override
    public void visit(Await n, Void arg) {
        if (n.value() instanceof Call call) {
            awaited = call;
        }
        visitAs(UseForm.READ, n.value());
    }

    @Override
    public void visit(Call n, Void arg) {
        UseForm use = form == UseForm.DECORATOR
                ? UseForm.DECORATOR
                : n == awaited ? UseForm.AWAITED_CALL : n == dropped ? UseForm.DROPPED_CALL : UseForm.CALL;
        visitAs(use, n.func());
        String member = references.stringArgument(n);
        if (member != null) {
            for (String object :
                    references.objectNames((Expression) n.arguments().get(0))) {
                add(
                        n.arguments().get(1),
                        object + "." + member,
                        member.equals("*") ? UseForm.COMPUTED : UseForm.STRING);
            }
        }
        visitAll(n.arguments());
    }

    @Override
    public void visit(Attribute n, Void arg) {
        UseForm use = stored.contains(n) && form != UseForm.DELETE ? UseForm.STORE : form;
        Expression root = References.root(n);
        addAll(n, references.of(n, root), use);
        if (use == UseForm.STORE && n.value() == root) {
            DefinitionFacts attribute = reader.attribute(n, root);
            if (attribute != null) {
                attributes.add(attribute);
            }
        }
        if (!(root instanceof Name)) {
            visitAs(UseForm.READ, root);
        }
    }

    @Override
    public void visit(Name n, Void arg) {
        Binding binding = semantics.bindingOf(n);
        Definition definition = binding == null ? null : binding.definitionAt(n);
        if (definition == null) {
            addAll(n, references.of(n, n), form);
        } else if (binding.scope().kind() == ScopeKind.MODULE || binding.scope().kind() == ScopeKind.CLASS) {
            if (definition.kind() == BindingKind.DELETION) {
                add(n, references.ownName(binding), UseForm.DELETE);
            } else if (definition.scope() != binding.scope()) {
                add(n, references.ownName(binding), UseForm.STORE);
            }
        }
    }

    @Override
    public void visit(StringConstant n, Void arg) {
        String content = Strings.content(n);
        if (form == UseForm.ANNOTATION) {
            for (String name : Strings.dottedNames(content)) {
                addAll(n, references.inAnnotation(n, name), UseForm.ANNOTATION);
            }
        } else if (Strings.isDotted(content)) {
            add(n, content.replace(':', '.'), UseForm.STRING);
        }
    }
}
