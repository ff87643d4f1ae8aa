package dev.codemod.codemods.asyncio;

/** Decides from its surroundings whether a blocking call may become an {@code await}. */
final class Hazards {
    private Hazards() {}

    /**
     * Returns what may be done with a call.
     *
     * @return the verdict, or null if the call does not run in an event loop as far as this file shows
     */
    static Verdict judge(Surroundings around) {
        Verdict verdict = Verdict.SAFE;
        int comprehensions = 0;
        for (Surroundings s = around; s != null; s = s.outer()) {
            switch (s.kind()) {
                case ASYNC_FUNCTION:
                    return verdict;
                case MODULE, OFFLOADED_FUNCTION:
                    return null;
                case COMPREHENSION:
                    comprehensions++;
                    verdict = comprehensions > 1 ? verdict.and(nestedComprehension()) : verdict;
                    break;
                case LOCK:
                    verdict = verdict.and(lock(s.name()));
                    break;
                case NESTING_COMPREHENSION:
                    break;
                case FINALLY, CANCELLATION_HANDLER:
                    verdict = verdict.and(cleanup());
                    break;
                case UNCANCELLABLE_BODY:
                    verdict = verdict.and(uncancellable());
                    break;
                case INTERRUPTED_BODY:
                    verdict = verdict.and(interrupted());
                    break;
                case PROCESS_STATE:
                    verdict = verdict.and(processState(s.name()));
                    break;
                case SHARED_LOOP:
                    verdict = verdict.and(sharedLoop(s.name()));
                    break;
                default:
                    return s.isReachedFromAsync() ? noAwaitIn(s) : null;
            }
        }
        return null;
    }

    /** The verdict for surroundings in which Python allows no {@code await}, or in which it would mean something else. */
    private static Verdict noAwaitIn(Surroundings s) {
        return switch (s.kind()) {
            case SYNC_FUNCTION ->
                Verdict.refuse(
                        "inside-sync-function",
                        "it is inside the function " + s.name()
                                + ", which is not async: where the event loop runs it, make it async and await it, or call it in"
                                + " a thread");
            case LAMBDA ->
                Verdict.refuse(
                        "inside-lambda",
                        "a lambda cannot await: turn it into an async function, or call it in a thread");
            case CLASS_BODY ->
                Verdict.refuse("inside-class-body", "a class body cannot await: compute the value before the class");
            case DEFAULT_OR_ANNOTATION ->
                Verdict.refuse(
                        "in-default-argument",
                        "it is in a default value or an annotation: compute the value in a statement before the function");
            case DECORATOR ->
                Verdict.refuse(
                        "in-decorator", "it is in a decorator: compute the value in a statement before the definition");
            case GENERATOR ->
                Verdict.refuse(
                        "inside-generator-expression",
                        "an await would turn this generator expression into an asynchronous generator, which its consumer"
                                + " cannot iterate: use a list comprehension or a loop");
            case SOURCE_TEXT ->
                Verdict.refuse(
                        "source-text-in-string",
                        "the string shows the source text of this field, which a rewrite would change: compute the value"
                                + " before");
            case OLD_F_STRING ->
                Verdict.refuse(
                        "await-in-f-string",
                        "an await in an f-string is a syntax error before Python 3.7: compute the value before");
            case OLD_COMPREHENSION ->
                Verdict.refuse(
                        "await-in-comprehension",
                        "an await in a comprehension is a syntax error before Python 3.6: use a loop");
            default -> throw new IllegalStateException("no refusal for " + s.kind());
        };
    }

    private static Verdict nestedComprehension() {
        return Verdict.refuse(
                "nested-comprehension",
                "an await in a comprehension inside another one is a syntax error before Python 3.11: use a loop");
    }

    private static Verdict lock(String lock) {
        return Verdict.refuse(
                "holding-lock",
                "the lock " + lock
                        + " would be held across an await, and another task that waits for it would block the"
                        + " loop for good: release it first, or use a lock of the event loop");
    }

    private static Verdict cleanup() {
        return Verdict.unsafe(
                "in-cleanup",
                "it runs while the task may be cancelled, and an await there can be cut short: consider a shield");
    }

    private static Verdict uncancellable() {
        return Verdict.unsafe(
                "swallows-cancellation",
                "a handler of the try around it would swallow the cancellation of the task: let it raise CancelledError"
                        + " again");
    }

    private static Verdict interrupted() {
        return Verdict.unsafe(
                "keyboard-interrupt",
                "the try around it handles KeyboardInterrupt, which does not arrive in a task that waits");
    }

    private static Verdict processState(String context) {
        return Verdict.unsafe(
                "process-state",
                "other tasks would run inside `" + context.lines().findFirst().orElse("") + "`, which changes the state"
                        + " of the whole process");
    }

    private static Verdict sharedLoop(String collection) {
        return Verdict.unsafe(
                "shared-iteration",
                "the loop around it goes over " + collection
                        + ", which other tasks may change meanwhile: go over a copy");
    }

    static Verdict sharedUpdate() {
        return Verdict.unsafe(
                "shared-update",
                "shared state is read before the await and written after it, so that an update by another task in between"
                        + " would be lost");
    }
}
