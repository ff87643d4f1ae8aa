package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.HashSet;
import java.util.Set;

/** Recognises what a synchronous function does that works, or means the same, in the thread of its callers only. */
final class ThreadBound {
    private static final Set<String> FUNCTIONS = Set.of(
            "signal.signal",
            "signal.set_wakeup_fd",
            "signal.pthread_sigmask",
            "os.fork",
            "os.forkpty",
            "pty.fork",
            "threading.current_thread",
            "threading.currentThread",
            "threading.get_ident",
            "threading.get_native_id",
            "sys.settrace",
            "sys.setprofile",
            "decimal.getcontext",
            "decimal.setcontext");

    /** Packages whose objects belong to the thread that made them, or that want the main thread. */
    private static final Set<String> PACKAGES = Set.of(
            "tkinter",
            "Tkinter",
            "turtle",
            "curses",
            "readline",
            "pygame",
            "pyglet",
            "kivy",
            "wx",
            "gi",
            "bpy",
            "OpenGL",
            "PyQt4",
            "PyQt5",
            "PyQt6",
            "PySide",
            "PySide2",
            "PySide6",
            "matplotlib",
            "pythoncom",
            "win32com",
            "comtypes",
            "playwright");

    private static final Set<String> CONTEXT_METHODS = Set.of("set", "reset");

    private static final Set<String> SQLITE_OBJECTS = Set.of("sqlite3.Connection", "sqlite3.Cursor");

    private final Semantics semantics;
    private final CallClassifier classifier;
    private final boolean usesThreading;
    private final boolean usesSqlite;
    private final Set<String> localAttributes = new HashSet<>();

    ThreadBound(Semantics semantics, CallClassifier classifier) {
        this.semantics = semantics;
        this.classifier = classifier;
        Set<String> packages = Framework.importedPackages(semantics.module());
        usesThreading = packages.contains("threading");
        usesSqlite = packages.contains("sqlite3") && SqliteThreads.judge(semantics) != Verdict.SAFE;
        if (usesThreading) {
            findLocalAttributes();
        }
    }

    private void findLocalAttributes() {
        for (Assign assign : semantics.module().findAll(Assign.class)) {
            for (Expression target : assign.targets()) {
                if (target instanceof Attribute attribute && isMade(assign.value(), "threading.local")) {
                    localAttributes.add(attribute.attr().sourceText());
                }
            }
        }
    }

    /**
     * Returns what a node of a function's code does that ties the function to its thread.
     *
     * @param blocking how it blocks, if it is a call that does; else null
     * @param isOwn whether the function made the object that the node is a method call of; does not matter if the call
     *     does not block
     * @return words for messages, or null
     */
    String of(Node node, BlockingCall blocking, FunctionDef function, boolean isOwn) {
        if (usesThreading && node instanceof Name name && isBoundTo(name, "threading.local")) {
            return "uses " + name.sourceText() + ", which every thread has its own of";
        }
        if (!localAttributes.isEmpty()
                && node instanceof Attribute attribute
                && localAttributes.contains(attribute.attr().sourceText())) {
            return "uses " + attribute.sourceText() + ", which every thread has its own of";
        }
        if (usesSqlite && node instanceof Expression expression && isSqlite(expression) && escapes(expression)) {
            return "hands on an object of sqlite3, which only the thread that made it may use";
        }
        return node instanceof Call call ? ofCall(call, blocking, function, isOwn) : null;
    }

    private String ofCall(Call call, BlockingCall blocking, FunctionDef function, boolean isOwn) {
        String name = semantics.qualifiedName(call.func());
        if (name != null && FUNCTIONS.contains(name)) {
            return "calls " + name + ", which depends on the thread";
        }
        if (name != null && PACKAGES.contains(name.substring(0, Math.max(0, name.indexOf('.'))))) {
            return "calls " + name + ", whose package is made for one thread";
        }
        if (call.func() instanceof Attribute method
                && CONTEXT_METHODS.contains(method.attr().sourceText())
                && method.value() instanceof Name variable
                && isBoundTo(variable, "contextvars.ContextVar")) {
            return "changes the context variable " + variable.sourceText() + ", for its own thread only";
        }
        return blocking == null ? null : ofBlocking(call, blocking, function, isOwn);
    }

    private String ofBlocking(Call call, BlockingCall blocking, FunctionDef function, boolean isOwn) {
        return switch (blocking.caveat()) {
            case MAIN_THREAD_ONLY -> "calls " + blocking.displayName() + ", which only the main thread may";
            case THREAD_LOCK, THREAD_AFFINE ->
                isGivenBack(call, function)
                        ? null
                        : "calls " + blocking.displayName() + " and does not release it itself";
            case THREAD_AFFINE_CONNECTION ->
                isOwn || SqliteThreads.judge(semantics) == Verdict.SAFE
                        ? null
                        : "uses an object of sqlite3, which only the thread that made it may use";
            default -> null;
        };
    }

    /** Returns whether a lock is held inside the function only. */
    private static boolean isGivenBack(Call call, FunctionDef function) {
        if (!(call.func() instanceof Attribute acquire)) {
            return false;
        }
        String lock = acquire.value().sourceText();
        for (Call other : OwnCode.findAll(function, Call.class)) {
            if (other.func() instanceof Attribute method
                    && method.attr().is("release")
                    && method.value().sourceText().equals(lock)) {
                return true;
            }
        }
        for (With statement : OwnCode.findAll(function, With.class)) {
            for (WithItem item : statement.items()) {
                if (item.context().sourceText().equals(lock)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSqlite(Expression expression) {
        String type = expression instanceof Name || expression instanceof Call
                ? classifier.types().typeOf(expression).name()
                : null;
        return type != null && SQLITE_OBJECTS.contains(type);
    }

    /** Returns whether code elsewhere may get hold of a value. */
    private boolean escapes(Expression expression) {
        Node parent = semantics.path(expression).parent();
        if (parent instanceof Assign assign) {
            return !assign.targets().stream().allMatch(Name.class::isInstance);
        }
        if (parent instanceof Call call) {
            String name = semantics.qualifiedName(call.func());
            boolean isRead = name != null
                    && Set.of("builtins.list", "contextlib.closing").contains(name);
            return call.func() != expression && !isRead;
        }
        boolean staysHere = parent instanceof Attribute
                || parent instanceof WithItem
                || parent instanceof ExpressionStatement
                || parent instanceof For
                || parent instanceof Comprehension;
        return !staysHere;
    }

    private boolean isBoundTo(Name name, String maker) {
        Binding binding = semantics.bindingOf(name);
        Definition only = binding == null ? null : binding.onlyDefinition();
        return only != null && isMade(only.value(), maker);
    }

    private boolean isMade(Expression value, String maker) {
        return value instanceof Call call && maker.equals(semantics.qualifiedName(call.func()));
    }
}
