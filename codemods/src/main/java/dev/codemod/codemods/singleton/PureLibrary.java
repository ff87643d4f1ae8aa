package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Name;
import java.util.Set;

/**
 * The constructors of Python's standard library that only make an object: no files, no clock, no environment, no threads
 * that run. The moment at which they are called cannot be noticed.
 */
final class PureLibrary {
    /** Their arguments may be anything that is pure itself. */
    private static final Set<String> ANY = Set.of(
            "threading.Lock",
            "threading.RLock",
            "threading.Event",
            "threading.Condition",
            "threading.Semaphore",
            "threading.BoundedSemaphore",
            "threading.local",
            "queue.Queue",
            "queue.LifoQueue",
            "queue.PriorityQueue",
            "Queue.Queue",
            "Queue.LifoQueue",
            "Queue.PriorityQueue",
            "weakref.WeakKeyDictionary",
            "weakref.WeakValueDictionary",
            "weakref.WeakSet",
            "io.StringIO",
            "io.BytesIO");

    /** Their arguments are checked, so that a wrong one would raise at another time: only literals are known to be right. */
    private static final Set<String> LITERALS = Set.of(
            "datetime.timedelta",
            "datetime.date",
            "datetime.time",
            "datetime.datetime",
            "decimal.Decimal",
            "fractions.Fraction",
            "pathlib.Path",
            "pathlib.PurePath",
            "pathlib.PurePosixPath",
            "pathlib.PureWindowsPath",
            "string.Template",
            "uuid.UUID",
            "logging.getLogger",
            "re.compile");

    private static final Set<String> FACTORIES = Set.of("list", "dict", "set", "int", "float", "str", "bool", "tuple");

    private PureLibrary() {}

    /** Returns what a call makes, or null if it is not known to be pure; its arguments were evaluated by nobody yet. */
    static PureValue call(String name, Call call, Semantics names) {
        if (!call.findAll(Lambda.class).isEmpty()) {
            return null;
        }
        if (name.equals("collections.defaultdict")) {
            return isFactory(call, names) ? PureValue.FRESH : null;
        }
        if (ANY.contains(name)) {
            return PureValue.PLAIN;
        }
        return LITERALS.contains(name) && call.arguments().stream().allMatch(argument -> isLiteral(argument, names))
                ? PureValue.PLAIN
                : null;
    }

    private static boolean isFactory(Call call, Semantics names) {
        if (call.arguments().size() != 1 || !(call.arguments().first() instanceof Name factory)) {
            return false;
        }
        String name = names.qualifiedName(factory);
        return name != null && PureCalls.isBuiltin(name) && FACTORIES.contains(factory.sourceText());
    }

    static boolean isLiteral(Argument argument, Semantics names) {
        Expression value = argument instanceof Keyword keyword && keyword.name() != null
                ? keyword.value()
                : argument instanceof Expression expression ? expression : null;
        return value != null
                && (ModuleConstants.isImmutable(value) || isModuleName(value, names) || isFlag(value, names));
    }

    /** Returns whether an expression is the {@code __name__} of the module. */
    static boolean isModuleName(Expression value, Semantics names) {
        return Text.isName(value, "__name__") && names.scope().binding("__name__") == null;
    }

    /** Returns whether an expression is a flag of a regular expression: {@code re.I}. */
    private static boolean isFlag(Expression value, Semantics names) {
        String flag = value instanceof Attribute ? names.qualifiedName(value) : null;
        return flag != null
                && flag.startsWith("re.")
                && flag.substring(3).chars().allMatch(Character::isUpperCase);
    }
}
