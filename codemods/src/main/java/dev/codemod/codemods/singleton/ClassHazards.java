package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what a class is, has and does that would behave differently without its metaclass. */
final class ClassHazards {
    private static final Set<String> HARMLESS_DECORATORS = Set.of(
            "dataclasses.dataclass",
            "functools.total_ordering",
            "typing.final",
            "typing_extensions.final",
            "six.python_2_unicode_compatible",
            "django.utils.six.python_2_unicode_compatible",
            "future.utils.python_2_unicode_compatible");
    private static final Set<String> EVALUATORS = Set.of("eval", "exec", "compile", "timeit", "Timer", "repeat");

    private final String path;
    private final ClassView view;
    private final ClassDef definition;
    private final String name;
    private final MetaclassUse use;
    private final MetaclassFact metaclass;
    private final OwnSingleton own;
    private final Semantics names;
    private final List<Blocker> blockers = new ArrayList<>();

    ClassHazards(
            String path, ClassView view, MetaclassUse use, MetaclassFact metaclass, OwnSingleton own, Semantics names) {
        this.path = path;
        this.own = own;
        this.view = view;
        this.definition = view.definition();
        this.name = definition.name().sourceText();
        this.use = use;
        this.metaclass = metaclass;
        this.names = names;
    }

    List<Blocker> find() {
        if (!place()) {
            return blockers;
        }
        members();
        decorators();
        bases();
        blockers.addAll(new OwnClassUses(view, own, names).find());
        if (own == null || own.method().isEmpty()) {
            classCalls();
        } else {
            methodMentions();
        }
        storage();
        strings();
        return blockers;
    }

    private void block(Node place, String reason, String message) {
        blockers.add(new Blocker(place, reason, message));
    }

    /** Only a class at the top of the module has a place for an instance beside it. */
    private boolean place() {
        Path path = names.path(definition);
        if (path.parent() instanceof Module) {
            if (name.startsWith("__")) {
                block(definition.name(), "private-name", "classes would mangle the name of an instance of " + name);
            }
            return true;
        }
        Node around = path.parent() instanceof Block ? path.ancestor(2) : path.parent();
        if (path.enclosing(FunctionDef.class) != null) {
            block(
                    definition.name(),
                    "class-in-function",
                    "every call of the function around makes another class " + name);
        } else if (around instanceof ClassDef) {
            block(definition.name(), "nested-class", name + " is defined inside another class");
        } else {
            block(definition.name(), "conditional-class", name + " is defined under a condition");
        }
        return false;
    }

    private void members() {
        member("__new__", "defines-new", "it has a __new__, which may return any object");
        member("__del__", "defines-del", "it has a __del__, which would run at another time when the program ends");
        member("__reduce__", "pickling", "it says how it is pickled, which may call the class");
        member("__reduce_ex__", "pickling", "it says how it is pickled, which may call the class");
        if (metaclass.isByTruth() && view.mayBeFalse()) {
            block(
                    definition.name(),
                    "false-instance",
                    metaclass.name() + " asks for the truth value of the instance, and that of " + name
                            + " may be false: then it is constructed again");
        }
        if (!metaclass.classAttribute().isEmpty() && !isNoneMember(metaclass.classAttribute())) {
            block(
                    definition.name(),
                    "metaclass-not-plain",
                    metaclass.name() + " needs a class attribute " + metaclass.classAttribute() + " that is None");
        }
    }

    private boolean isNoneMember(String attribute) {
        return view.member(attribute) instanceof Assign assign && assign.value().is("None");
    }

    private void member(String member, String reason, String why) {
        if (view.hasMember(member)) {
            block(definition.name(), reason, name + " stays as it is: " + why);
        }
    }

    private void decorators() {
        for (Decorator decorator : definition.decorators()) {
            Expression function = decorator.expression() instanceof Call call ? call.func() : decorator.expression();
            String decoration = names.qualifiedName(function);
            if (decorator != use.place() && (decoration == null || !HARMLESS_DECORATORS.contains(decoration))) {
                block(
                        decorator,
                        "decorated",
                        "the decorator " + function.sourceText() + " gets the class and may construct or replace it");
            }
        }
    }

    private void bases() {
        foreignBases();
        if (own != null && !own.method().isEmpty()) {
            return;
        }
        if (!view.unknownBase().isEmpty()) {
            block(
                    definition.name(),
                    "base-elsewhere",
                    "the base class " + view.unknownBase()
                            + " is not one class of one file of the project for certain, so" + " it may construct "
                            + name + " or have a metaclass of its own");
        }
        for (ClassDef part : view.classes()) {
            MetaclassUse inherited = part == definition ? null : MetaclassUse.of(part, names);
            if (inherited != null) {
                base(part.name().sourceText(), inherited);
            }
        }
        boolean hasOthers = use.form() == MetaclassUse.Form.WITH_METACLASS
                && definition.arguments().arguments().size() > 1;
        if (hasOthers) {
            block(
                    definition.arguments(),
                    "metaclass-not-plain",
                    "with_metaclass() ignores the bases beside it; list all bases in its call first");
        }
    }

    /** What is known of the bases in other files; a class without its own metaclass has that of them. */
    private void foreignBases() {
        view.foreign().obstacles().forEach(obstacle -> block(definition.name(), obstacle.reason(), obstacle.message()));
        MetaclassFact inherited =
                view.heritage() == null ? null : view.heritage().metaclass();
        if (inherited != null && (own != null || !metaclass.isFamily() || !metaclass.isSame(inherited))) {
            block(
                    definition.name(),
                    "inherits-metaclass",
                    "the base class " + view.heritage().relatives().get(0).name() + " has the metaclass "
                            + inherited.name());
        }
    }

    /** A base class with a metaclass: the same one keeps another instance for it, or the order of calls matters. */
    private void base(String base, MetaclassUse inherited) {
        boolean isSame = use.metaclass() != null
                && inherited.metaclass().sourceText().equals(use.metaclass().sourceText());
        if (!isSame) {
            block(definition.name(), "inherits-metaclass", "the base class " + base + " has a metaclass too");
        } else if (!metaclass.isByClass()) {
            block(
                    definition.name(),
                    "inherits-metaclass",
                    metaclass.name() + " keeps the instance in an attribute, which " + name + " inherits from " + base
                            + ": the first of them to be constructed may stand for both");
        }
    }

    private boolean isRemoved(Node node) {
        return own != null && isInside(node, use.place());
    }

    /** The method that returns the instance, reached through anything but the class by name. */
    private void methodMentions() {
        for (Attribute attribute : names.module().findAll(Attribute.class)) {
            if (attribute.attr().is(own.method())
                    && !isRemoved(attribute)
                    && !SiteScanner.isCalledWithArguments(attribute, names)
                    && ClassView.classOf(attribute.value(), names) != definition
                    && !isOtherClass(attribute.value())) {
                block(
                        attribute,
                        "unclear-use",
                        attribute.sourceText() + " may be the method of " + name
                                + " that goes away; call it by the name" + " of the class");
            }
        }
    }

    /** Calls that construct whatever class an object has, anywhere in the module. */
    private void classCalls() {
        for (Call call : names.module().findAll(Call.class)) {
            boolean isOwn = view.classes().stream().anyMatch(part -> isInside(call, part));
            boolean isClassCall = call.func() instanceof Attribute attribute
                            && attribute.attr().is("__class__")
                    || call.func() instanceof Call inner && OwnClassUses.isTypeOf(inner, names);
            String function = names.qualifiedName(call.func());
            if (isNamespace(call, function)) {
                block(call, "dynamic-lookup", "this reaches every global by name, and may call " + name);
            }
            boolean isOwnModule = call.func() instanceof Attribute lookup
                    && lookup.attr().is("getmembers")
                    && !call.arguments().isEmpty()
                    && call.arguments().first() instanceof Subscript module
                    && module.slice().is("__name__");
            if (isOwnModule) {
                block(call, "dynamic-lookup", "this looks through the module, and may find and call " + name);
            }
            boolean isReplace = "dataclasses.replace".equals(function) || "copy.replace".equals(function);
            if (isReplace && view.isDataclass()) {
                block(
                        call,
                        "constructs-itself",
                        "replace() constructs the class of its argument, which may be " + name);
            }
            if (isClassCall && !isOwn) {
                block(call, "constructs-itself", "this constructs the class of an object, which may be " + name);
            }
        }
    }

    /** Returns whether a call gives the mapping of the module's names: {@code globals()}, {@code vars()} at the top. */
    private boolean isNamespace(Call call, String function) {
        if (function == null || !call.arguments().isEmpty()) {
            return false;
        }
        String bare = function.replaceFirst("^(builtins|__builtin__)\\.", "");
        boolean isOfScope = bare.equals("vars") || bare.equals("locals");
        return bare.equals("globals") || isOfScope && names.scopeOf(call) == names.scope();
    }

    static boolean isInside(Node inner, Node outer) {
        return outer.firstToken() <= inner.firstToken() && inner.lastToken() <= outer.lastToken();
    }

    /** The place in which the metaclass keeps the instance, mentioned outside of the metaclass. */
    private void storage() {
        ClassDef keeper = metaclassDefinition();
        for (Attribute attribute : names.module().findAll(Attribute.class)) {
            String attr = attribute.attr().sourceText();
            boolean isStorage = attr.equals(metaclass.storage())
                    || metaclass.storage().endsWith(attr) && attr.startsWith("__") && !attr.endsWith("__");
            if (isStorage && !isInsideMetaclass(attribute) && !isOfOther(attribute)) {
                resets(attribute);
            }
        }
        if (keeper != null && names.scope().binding(metaclass.storage()) != null) {
            for (Name mention : names.scope().binding(metaclass.storage()).references()) {
                if (!isInsideMetaclass(mention)) {
                    resets(mention);
                }
            }
        }
    }

    /** Returns whether an attribute is one of {@code cls} or {@code self} in a class that has nothing to do with this one. */
    private boolean isOfOther(Attribute attribute) {
        if (own != null && isOtherClass(attribute.value())) {
            return true;
        }
        ClassDef around = names.path(attribute).enclosing(ClassDef.class);
        FunctionDef method = names.path(attribute).enclosing(FunctionDef.class);
        boolean isOwnPlace = own != null
                && around != null
                && method != null
                && around.body().statements().contains(method)
                && Text.isName(attribute.value(), MetaclassMembers.firstParameter(method));
        return isOwnPlace && isUnrelated(around);
    }

    private boolean isUnrelated(ClassDef other) {
        return !view.classes().contains(other)
                && !new ClassView(other, names).classes().contains(definition);
    }

    /** Returns whether an expression certainly names another class than this one and its relatives. */
    private boolean isOtherClass(Expression owner) {
        ClassDef other = ClassView.classOf(owner, names);
        if (other != null) {
            return isUnrelated(other);
        }
        ForeignName foreign = ForeignName.of(owner, names, path);
        return foreign != null
                && foreign.module() != null
                && !foreign.name().equals(name)
                && isClassName(foreign.name());
    }

    /** Returns whether a name is written like that of a class; a module of that name has no such method. */
    private static boolean isClassName(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    private void resets(Node place) {
        block(
                place,
                "instances-reset",
                "this reaches the instances that " + metaclass.name()
                        + " keeps; give the class a method that resets it");
    }

    private ClassDef metaclassDefinition() {
        return ClassView.classOf(use.metaclass(), names);
    }

    private boolean isInsideMetaclass(Node node) {
        if (own != null) {
            return isRemoved(node);
        }
        ClassDef keeper = metaclassDefinition();
        if (keeper == null) {
            return false;
        }
        for (ClassDef part : new ClassView(keeper, names).classes()) {
            if (isInside(node, part)) {
                return true;
            }
        }
        return false;
    }

    /** Strings that name the class to code that looks it up, and code in strings. */
    private void strings() {
        String module = ModulePath.of(names.module().parsed().source().name()).last();
        for (StringConstant string : names.module().findAll(StringConstant.class)) {
            String content = Text.content(string);
            Path path = names.path(string);
            boolean isDocumentation = path.parent() instanceof ExpressionStatement;
            if (isDocumentation) {
                documentation(string, content);
            } else if (isEvaluated(path) && content.contains(name)) {
                block(string, "string-reference", "code in a string uses " + name);
            } else if (DottedNames.mayName(content, name, module, true)
                    && !QuotedTypes.isAnnotation(path, names)
                    && !QuotedTypes.isLogger(path, names)
                    && !Exports.isExportList(path)) {
                block(
                        string,
                        "string-reference",
                        "a string names " + name + ", so that other code may look it up and call it");
            }
        }
    }

    private void documentation(StringConstant string, String content) {
        for (String line : content.split("\n")) {
            if (line.strip().startsWith(">>>") && line.contains(name)) {
                block(string, "doctest", "a doctest uses " + name + "; change the test first");
                return;
            }
        }
    }

    private static boolean isEvaluated(Path path) {
        if (!(path.parent() instanceof Call call)) {
            return false;
        }
        Expression function = call.func();
        Node last = function instanceof Attribute attribute ? attribute.attr() : function;
        return (last instanceof Name || last instanceof Identifier) && EVALUATORS.contains(last.sourceText());
    }
}
