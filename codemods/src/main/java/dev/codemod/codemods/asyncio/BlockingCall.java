package dev.codemod.codemods.asyncio;

import java.util.HashMap;
import java.util.Map;

/**
 * A callable that blocks the thread it is called in.
 *
 * @param name the qualified name
 * @param replacement how it becomes awaitable
 */
record BlockingCall(String name, Replacement replacement) {

    /** How a blocking call becomes awaitable. */
    enum Replacement {
        /** The event loop has a function of its own with the same arguments. */
        SLEEP,
        /** The call moves into a worker thread, which keeps arguments, result and exceptions. */
        THREAD
    }

    private static final Map<String, BlockingCall> TABLE = table();

    private static Map<String, BlockingCall> table() {
        Map<String, BlockingCall> table = new HashMap<>();
        table.put("time.sleep", new BlockingCall("time.sleep", Replacement.SLEEP));
        String[] threaded = {
            "builtins.input",
            "requests.get",
            "requests.options",
            "requests.head",
            "requests.post",
            "requests.put",
            "requests.patch",
            "requests.delete",
            "requests.request",
            "urllib.request.urlopen",
            "subprocess.run",
            "subprocess.call",
            "subprocess.check_call",
            "subprocess.check_output",
            "os.system",
        };
        for (String name : threaded) {
            table.put(name, new BlockingCall(name, Replacement.THREAD));
        }
        return Map.copyOf(table);
    }

    /** Returns the blocking call of a qualified name, or null if it is not known to block. */
    static BlockingCall of(String qualifiedName) {
        return qualifiedName == null ? null : TABLE.get(qualifiedName);
    }

    /** Returns the name as users write it: {@code input}, not {@code builtins.input}. */
    String displayName() {
        return name.startsWith("builtins.") ? name.substring("builtins.".length()) : name;
    }
}
