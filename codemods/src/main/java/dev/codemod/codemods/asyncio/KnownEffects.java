package dev.codemod.codemods.asyncio;

import java.util.Set;

/** What functions and methods from outside the project do that matters to other threads, as far as names tell. */
final class KnownEffects {
    private static final Set<String> LOOPS = Set.of("asyncio", "anyio", "trio", "uvloop", "sniffio", "curio");

    private static final Set<String> HARMLESS = Set.of("asyncio.iscoroutine", "asyncio.iscoroutinefunction");

    private static final Set<String> SHARING_BUILTINS =
            Set.of("builtins.setattr", "builtins.delattr", "builtins.exec", "builtins.eval", "builtins.globals");

    /** Methods that event loops have and little else. */
    private static final Set<String> LOOP_METHODS = Set.of(
            "call_soon",
            "call_later",
            "call_at",
            "create_task",
            "create_future",
            "run_until_complete",
            "run_in_executor",
            "add_reader",
            "add_writer",
            "add_signal_handler");

    /** What changes the state of the whole process; everything inside a name that ends in a dot. */
    private static final Set<String> PROCESS_WIDE = Set.of(
            "sys.path.",
            "sys.modules.",
            "sys.setrecursionlimit",
            "os.environ.",
            "os.putenv",
            "os.unsetenv",
            "os.chdir",
            "os.umask",
            "locale.setlocale",
            "signal.",
            "warnings.simplefilter",
            "warnings.filterwarnings",
            "importlib.");

    private static final Set<String> READ_WHOLE = Set.of(
            "json.dump",
            "json.dumps",
            "pickle.dump",
            "pickle.dumps",
            "copy.copy",
            "copy.deepcopy",
            "builtins.list",
            "builtins.tuple",
            "builtins.set",
            "builtins.dict",
            "builtins.sorted",
            "builtins.sum",
            "builtins.min",
            "builtins.max",
            "builtins.any",
            "builtins.all");

    /** What cannot be changed, or is made for threads. */
    private static final Set<String> UNCHANGING = Set.of(
            "builtins.str",
            "builtins.bytes",
            "builtins.int",
            "builtins.float",
            "builtins.bool",
            "builtins.tuple",
            "builtins.frozenset",
            "pathlib.Path",
            "re.Pattern",
            "logging.Logger");

    /** Methods that text, numbers and dates have, which cannot be changed, and little else. */
    private static final Set<String> METHODS_OF_VALUES = Set.of(
            "startswith",
            "endswith",
            "lower",
            "upper",
            "casefold",
            "title",
            "strip",
            "lstrip",
            "rstrip",
            "split",
            "rsplit",
            "splitlines",
            "zfill",
            "encode",
            "decode",
            "isdigit",
            "isoformat",
            "strftime",
            "total_seconds");

    private KnownEffects() {}

    /** Returns whether a function works with an event loop. */
    static boolean isOfLoop(String function) {
        String root = function.contains(".") ? function.substring(0, function.indexOf('.')) : function;
        boolean isException = function.endsWith("Error") || function.endsWith("asyncio.QueueFull");
        return LOOPS.contains(root) && !HARMLESS.contains(function) && !isException;
    }

    /** Returns whether a method is one that event loops have and little else. */
    static boolean isMethodOfLoop(String method) {
        return LOOP_METHODS.contains(method);
    }

    /** Returns whether a function goes through all of its first argument. */
    static boolean readsWhole(String function) {
        return READ_WHOLE.contains(function);
    }

    /** Returns whether a function changes what others see: attributes by name, globals, the whole process. */
    static boolean isShared(String function) {
        return SHARING_BUILTINS.contains(function)
                || PROCESS_WIDE.stream()
                        .anyMatch(part -> part.endsWith(".") ? function.startsWith(part) : function.equals(part));
    }

    /**
     * Returns whether a method is one of an object that cannot be changed, or is made for threads.
     *
     * @param type the object's type, or null if it is not known
     */
    static boolean isOfUnchanging(String type, String method) {
        return METHODS_OF_VALUES.contains(method) || type != null && UNCHANGING.contains(type);
    }
}
