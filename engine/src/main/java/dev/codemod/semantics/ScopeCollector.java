package dev.codemod.semantics;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Alias;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.ComprehensionIf;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Delete;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Exec;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Global;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.MatchRest;
import dev.codemod.tree.MatchStar;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.ParamSpec;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.TupleParameter;
import dev.codemod.tree.TypeAlias;
import dev.codemod.tree.TypeVar;
import dev.codemod.tree.TypeVarTuple;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks a file once and notes, scope by scope, what is done with every name.
 *
 * <p>The rules are those of {@code Python/symtable.c} of CPython 2.7 and 3.0 to 3.14.
 */
final class ScopeCollector extends VoidVisitorAdapter<Void> {
    private final boolean python2;
    private final NameTable names;
    private final Symbol[] byToken;
    private final List<Attribute> attributeTargets = new ArrayList<>();
    private final Scope module;
    private Scope current;
    private boolean deferAnnotations;
    private boolean stringAnnotations;

    ScopeCollector(Module root) {
        LanguageLevel level = root.parsed().level();
        python2 = level.isPython2();
        deferAnnotations = level.isAtLeast(LanguageLevel.PY314);
        names = new NameTable(root.parsed());
        byToken = new Symbol[root.parsed().tape().count()];
        module = new Scope(ScopeKind.MODULE, root, null, "<module>", null, true);
        current = module;
    }

    Scope module() {
        return module;
    }

    NameTable names() {
        return names;
    }

    /** Returns the symbol of each name by the number of its token, null for other tokens. */
    Symbol[] byToken() {
        return byToken;
    }

    /** Returns the attributes that are assigned, deleted or bound in any other way, in source order. */
    List<Attribute> attributeTargets() {
        return attributeTargets;
    }

    // ---------------------------------------------------------------- scopes

    private Scope enter(ScopeKind kind, Node node, String name, String mangling) {
        boolean evaluated = current.isEvaluated() && !(kind == ScopeKind.ANNOTATION && stringAnnotations);
        Scope scope = new Scope(kind, node, current, name, mangling, evaluated);
        current.addChild(scope);
        current = scope;
        return scope;
    }

    private void leave() {
        current = current.parent();
    }

    private void enterTypeParameters(Node node, Identifier name, String mangling) {
        enter(ScopeKind.TYPE_PARAMETERS, node, names.name(name.firstToken()), mangling);
    }

    private void later(Node owner, Expression expression, String name) {
        if (expression != null) {
            boolean strings = stringAnnotations;
            stringAnnotations = false;
            enter(ScopeKind.ANNOTATION, owner, name, current.mangling());
            expression.accept(this, null);
            leave();
            stringAnnotations = strings;
        }
    }

    private void annotation(Node owner, Expression expression) {
        if (expression == null) {
            return;
        }
        if (deferAnnotations) {
            enter(ScopeKind.ANNOTATION, owner, "__annotate__", current.mangling());
            expression.accept(this, null);
            leave();
        } else {
            expression.accept(this, null);
        }
    }

    // ---------------------------------------------------------------- names

    private String mangled(int token) {
        String name = names.name(token);
        String mangling = current.mangling();
        if (mangling == null || !name.startsWith("__") || name.endsWith("__")) {
            return name;
        }
        return "_" + mangling + name;
    }

    /** Returns what private names in a class are prefixed with: its name without leading underscores. */
    private static String mangling(String className) {
        int start = 0;
        while (start < className.length() && className.charAt(start) == '_') {
            start++;
        }
        return start == className.length() ? null : className.substring(start);
    }

    private Symbol symbol(Node name) {
        Symbol symbol = current.symbolFor(mangled(name.firstToken()));
        byToken[name.firstToken()] = symbol;
        return symbol;
    }

    private void define(Node name, BindingKind kind, Node site, int flag) {
        define(name, kind, site, null, flag);
    }

    private void define(Node name, BindingKind kind, Node site, Alias alias, int flag) {
        Symbol symbol = symbol(name);
        symbol.add(flag);
        symbol.addDefinition(new Definition(kind, name, site, alias, current));
    }

    /** Notes what an assignment-like construct does to its target. */
    private void bind(Expression target, BindingKind kind, Node site) {
        if (target instanceof Name) {
            define(target, kind, site, Symbol.ASSIGNED);
        } else if (target instanceof Tuple tuple) {
            bindAll(tuple.elements(), kind, site);
        } else if (target instanceof ListDisplay list) {
            bindAll(list.elements(), kind, site);
        } else if (target instanceof Starred starred) {
            bind(starred.value(), kind, site);
        } else {
            if (target instanceof Attribute attribute) {
                attributeTargets.add(attribute);
            }
            target.accept(this, null);
        }
    }

    private void bindAll(NodeList<Expression> targets, BindingKind kind, Node site) {
        for (int i = 0; i < targets.size(); i++) {
            bind(targets.get(i), kind, site);
        }
    }

    @Override
    public void visit(Name n, Void arg) {
        Symbol symbol = symbol(n);
        symbol.add(Symbol.REFERENCED);
        symbol.addReference(n);
        // A method that says super() also uses the class around it (PEP 3135).
        if (!python2 && current.kind().encloses() && symbol.name().equals("super")) {
            current.symbolFor("__class__").add(Symbol.REFERENCED);
        }
    }

    @Override
    public void visit(NamedExpr n, Void arg) {
        n.value().accept(this, null);
        if (current.kind() == ScopeKind.COMPREHENSION) {
            bindOutsideComprehension(n.target());
        }
        define(n.target(), BindingKind.NAMED_EXPRESSION, n, Symbol.ASSIGNED);
    }

    /** The target of := belongs to the function or module around all comprehensions (PEP 572). */
    private void bindOutsideComprehension(Name target) {
        Scope owner = current.parent();
        while (owner.kind() == ScopeKind.COMPREHENSION) {
            owner = owner.parent();
        }
        String name = mangled(target.firstToken());
        Symbol outer = owner.symbolFor(name);
        boolean global = owner.kind() == ScopeKind.MODULE || outer.has(Symbol.GLOBAL);
        outer.add(owner.kind() == ScopeKind.MODULE ? Symbol.GLOBAL : Symbol.ASSIGNED);
        current.symbolFor(name).add(global ? Symbol.GLOBAL : Symbol.NONLOCAL);
    }

    // ---------------------------------------------------------------- definitions

    private void visitDecorators(NodeList<Decorator> decorators) {
        for (int i = 0; i < decorators.size(); i++) {
            decorators.get(i).expression().accept(this, null);
        }
    }

    @Override
    public void visit(FunctionDef n, Void arg) {
        visitDecorators(n.decorators());
        define(n.name(), BindingKind.FUNCTION, n, Symbol.ASSIGNED);
        visitDefaults(n.parameters().items());
        if (n.typeParams() != null) {
            enterTypeParameters(n, n.name(), current.mangling());
            n.typeParams().accept(this, null);
        }
        visitAnnotations(n, n.parameters().items());
        annotation(n, n.returns());
        enter(ScopeKind.FUNCTION, n, names.name(n.name().firstToken()), current.mangling());
        defineParameters(n.parameters().items());
        n.body().accept(this, null);
        leave();
        if (n.typeParams() != null) {
            leave();
        }
    }

    @Override
    public void visit(Lambda n, Void arg) {
        Parameters parameters = n.parameters();
        if (parameters != null) {
            visitDefaults(parameters.items());
        }
        enter(ScopeKind.LAMBDA, n, "<lambda>", current.mangling());
        if (parameters != null) {
            defineParameters(parameters.items());
        }
        n.body().accept(this, null);
        leave();
    }

    private void visitDefaults(NodeList<ParameterItem> items) {
        for (int i = 0; i < items.size(); i++) {
            Expression value = null;
            if (items.get(i) instanceof Parameter parameter) {
                value = parameter.defaultValue();
            } else if (items.get(i) instanceof TupleParameter tuple) {
                value = tuple.defaultValue();
            }
            if (value != null) {
                value.accept(this, null);
            }
        }
    }

    private void visitAnnotations(FunctionDef function, NodeList<ParameterItem> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Parameter parameter) {
                annotation(function, parameter.annotation());
            }
        }
    }

    private void defineParameters(NodeList<ParameterItem> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Parameter parameter) {
                define(parameter.name(), BindingKind.PARAMETER, parameter, Symbol.PARAMETER);
            } else if (items.get(i) instanceof TupleParameter tuple) {
                defineParameters(tuple.items());
            }
        }
    }

    @Override
    public void visit(ClassDef n, Void arg) {
        visitDecorators(n.decorators());
        define(n.name(), BindingKind.CLASS, n, Symbol.ASSIGNED);
        String name = names.name(n.name().firstToken());
        if (n.typeParams() != null) {
            enterTypeParameters(n, n.name(), mangling(name));
            n.typeParams().accept(this, null);
        }
        if (n.arguments() != null) {
            n.arguments().accept(this, null);
        }
        enter(ScopeKind.CLASS, n, name, mangling(name));
        n.body().accept(this, null);
        leave();
        if (n.typeParams() != null) {
            leave();
        }
    }

    @Override
    public void visit(TypeAlias n, Void arg) {
        define(n.name(), BindingKind.TYPE_ALIAS, n, Symbol.ASSIGNED);
        String name = names.name(n.name().firstToken());
        if (n.typeParams() != null) {
            enter(ScopeKind.TYPE_PARAMETERS, n, name, current.mangling());
            n.typeParams().accept(this, null);
        }
        later(n, n.value(), name);
        if (n.typeParams() != null) {
            leave();
        }
    }

    @Override
    public void visit(TypeVar n, Void arg) {
        typeParameter(n, n.name(), n.bound(), n.defaultValue());
    }

    @Override
    public void visit(TypeVarTuple n, Void arg) {
        typeParameter(n, n.name(), null, n.defaultValue());
    }

    @Override
    public void visit(ParamSpec n, Void arg) {
        typeParameter(n, n.name(), null, n.defaultValue());
    }

    private void typeParameter(Node n, Identifier name, Expression bound, Expression defaultValue) {
        define(name, BindingKind.TYPE_PARAMETER, n, Symbol.TYPE_PARAMETER | Symbol.ASSIGNED);
        String text = names.name(name.firstToken());
        later(n, bound, text);
        later(n, defaultValue, text);
    }

    // ---------------------------------------------------------------- comprehensions

    @Override
    public void visit(ListComp n, Void arg) {
        if (python2) {
            // Not a scope of its own before 3.0: its variables live on after it.
            for (int i = 0; i < n.generators().size(); i++) {
                n.generators().get(i).accept(this, null);
            }
            n.element().accept(this, null);
        } else {
            comprehension(n, "<listcomp>", n.generators(), n.element(), null);
        }
    }

    @Override
    public void visit(SetComp n, Void arg) {
        comprehension(n, "<setcomp>", n.generators(), n.element(), null);
    }

    @Override
    public void visit(DictComp n, Void arg) {
        comprehension(n, "<dictcomp>", n.generators(), n.key(), n.value());
    }

    @Override
    public void visit(GeneratorExp n, Void arg) {
        comprehension(n, "<genexpr>", n.generators(), n.element(), null);
    }

    private void comprehension(
            Node n, String name, NodeList<Comprehension> generators, Expression element, Expression value) {
        Comprehension first = generators.first();
        first.iter().accept(this, null);
        enter(ScopeKind.COMPREHENSION, n, name, current.mangling());
        bind(first.target(), BindingKind.COMPREHENSION, first);
        visitConditions(first);
        for (int i = 1; i < generators.size(); i++) {
            generators.get(i).accept(this, null);
        }
        element.accept(this, null);
        if (value != null) {
            value.accept(this, null);
        }
        leave();
    }

    @Override
    public void visit(Comprehension n, Void arg) {
        n.iter().accept(this, null);
        bind(n.target(), BindingKind.COMPREHENSION, n);
        visitConditions(n);
    }

    private void visitConditions(Comprehension n) {
        NodeList<ComprehensionIf> conditions = n.ifs();
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).test().accept(this, null);
        }
    }

    // ---------------------------------------------------------------- statements that bind

    @Override
    public void visit(Assign n, Void arg) {
        n.value().accept(this, null);
        bindAll(n.targets(), BindingKind.ASSIGNMENT, n);
    }

    @Override
    public void visit(AugAssign n, Void arg) {
        if (n.target() instanceof Name name) {
            define(name, BindingKind.AUGMENTED_ASSIGNMENT, n, Symbol.ASSIGNED);
            symbol(name).addReference(name);
        } else {
            bind(n.target(), BindingKind.AUGMENTED_ASSIGNMENT, n);
        }
        n.value().accept(this, null);
    }

    @Override
    public void visit(AnnAssign n, Void arg) {
        BindingKind kind = n.value() == null ? BindingKind.DECLARATION : BindingKind.ANNOTATED_ASSIGNMENT;
        if (!(n.target() instanceof Name)) {
            bind(n.target(), kind, n);
        } else if (n.target().parentheses() == 0) {
            define(n.target(), kind, n, Symbol.ASSIGNED | Symbol.ANNOTATED);
        } else if (n.value() != null) {
            define(n.target(), kind, n, Symbol.ASSIGNED);
        }
        annotation(current.node(), n.annotation());
        if (n.value() != null) {
            n.value().accept(this, null);
        }
    }

    @Override
    public void visit(Delete n, Void arg) {
        bindAll(n.targets(), BindingKind.DELETION, n);
    }

    @Override
    public void visit(For n, Void arg) {
        bind(n.target(), BindingKind.FOR, n);
        n.iter().accept(this, null);
        n.body().accept(this, null);
        if (n.orElse() != null) {
            n.orElse().accept(this, null);
        }
    }

    @Override
    public void visit(With n, Void arg) {
        NodeList<WithItem> items = n.items();
        for (int i = 0; i < items.size(); i++) {
            WithItem item = items.get(i);
            item.context().accept(this, null);
            if (item.target() != null) {
                bind(item.target(), BindingKind.WITH, item);
            }
        }
        n.body().accept(this, null);
    }

    @Override
    public void visit(ExceptHandler n, Void arg) {
        if (n.type() != null) {
            n.type().accept(this, null);
        }
        if (n.name() != null) {
            define(n.name(), BindingKind.EXCEPT, n, Symbol.ASSIGNED);
        }
        if (n.target() != null) {
            bind(n.target(), BindingKind.EXCEPT, n);
        }
        n.body().accept(this, null);
    }

    @Override
    public void visit(MatchAs n, Void arg) {
        if (n.pattern() != null) {
            n.pattern().accept(this, null);
        }
        if (!n.name().is("_")) {
            define(n.name(), BindingKind.MATCH, n, Symbol.ASSIGNED);
        }
    }

    @Override
    public void visit(MatchStar n, Void arg) {
        if (!n.name().is("_")) {
            define(n.name(), BindingKind.MATCH, n, Symbol.ASSIGNED);
        }
    }

    @Override
    public void visit(MatchRest n, Void arg) {
        define(n.name(), BindingKind.MATCH, n, Symbol.ASSIGNED);
    }

    @Override
    public void visit(Import n, Void arg) {
        for (Alias alias : n.names()) {
            Identifier name = alias.asName() != null
                    ? alias.asName()
                    : alias.name().names().first();
            define(name, BindingKind.IMPORT, n, alias, Symbol.IMPORTED);
        }
    }

    @Override
    public void visit(ImportFrom n, Void arg) {
        if (n.isStar()) {
            current.addStarImport(n);
        }
        for (Alias alias : n.names()) {
            Identifier name = alias.asName() != null
                    ? alias.asName()
                    : alias.name().names().first();
            define(name, BindingKind.FROM_IMPORT, n, alias, Symbol.IMPORTED);
            if (isFutureAnnotations(n, alias)) {
                deferAnnotations = true;
                stringAnnotations = true;
            }
        }
    }

    private static boolean isFutureAnnotations(ImportFrom n, Alias alias) {
        return n.level() == 0
                && n.module() != null
                && n.module().names().size() == 1
                && n.module().names().first().is("__future__")
                && alias.name().names().first().is("annotations");
    }

    @Override
    public void visit(Global n, Void arg) {
        for (Identifier name : n.names()) {
            Symbol symbol = symbol(name);
            symbol.add(Symbol.GLOBAL);
            symbol.addDeclaration(name);
            module.symbolFor(symbol.name()).add(Symbol.GLOBAL);
        }
    }

    @Override
    public void visit(Nonlocal n, Void arg) {
        for (Identifier name : n.names()) {
            Symbol symbol = symbol(name);
            symbol.add(Symbol.NONLOCAL);
            symbol.addDeclaration(name);
        }
    }

    @Override
    public void visit(Exec n, Void arg) {
        if (n.globals() == null && !(n.body() instanceof Tuple)) {
            current.setBareExec();
        }
        super.visit(n, null);
    }
}
