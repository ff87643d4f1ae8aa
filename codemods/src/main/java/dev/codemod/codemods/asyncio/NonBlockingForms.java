package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Keyword;
import java.util.List;

/** Calls of blocking functions whose arguments say that they return at once. */
final class NonBlockingForms {
    private static final List<String> TIMEOUTS = List.of("0", "0.0");

    private NonBlockingForms() {}

    static boolean matches(BlockingCall blocking, Call call) {
        return switch (blocking.name()) {
            case "os.waitpid", "os.wait3", "os.wait4", "os.waitid" ->
                call.arguments().stream()
                        .anyMatch(argument -> argument.sourceText().contains("WNOHANG"));
            case "socket.getaddrinfo", "socket.getnameinfo" ->
                call.arguments().stream()
                        .anyMatch(argument -> argument.sourceText().contains("_NUMERICHOST"));
            case "queue.Queue.get" -> isFalse(call, 0, "block") || isZero(call, 1);
            case "queue.Queue.put" -> isFalse(call, 1, "block") || isZero(call, 2);
            case "threading.Lock.acquire", "threading.RLock.acquire", "threading.Semaphore.acquire" ->
                isFalse(call, 0, "blocking") || isZero(call, 1);
            case "threading.Event.wait",
                    "threading.Thread.join",
                    "subprocess.Popen.wait",
                    "selectors.DefaultSelector.select",
                    "concurrent.futures.Future.result",
                    "concurrent.futures.Future.exception" -> isZero(call, 0);
            case "select.select" -> isZero(call, 3);
            default -> false;
        };
    }

    private static boolean isFalse(Call call, int position, String keyword) {
        Argument value = argument(call, position, keyword);
        return value != null && (value.is("False") || value.is("0"));
    }

    private static boolean isZero(Call call, int position) {
        Argument value = argument(call, position, "timeout");
        return value != null && TIMEOUTS.stream().anyMatch(value::is);
    }

    private static Argument argument(Call call, int position, String name) {
        for (Argument argument : call.arguments()) {
            if (argument instanceof Keyword keyword
                    && keyword.name() != null
                    && keyword.name().is(name)) {
                return keyword.value();
            }
        }
        return position < call.arguments().size() && !(call.arguments().get(position) instanceof Keyword)
                ? call.arguments().get(position)
                : null;
    }
}
