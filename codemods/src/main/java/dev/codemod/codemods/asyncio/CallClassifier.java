package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.BlockingCall.Replacement;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Tells of the calls and iterated expressions of one file whether they block, by names and by types. */
final class CallClassifier {
    private static final Set<String> QUEUES = Set.of(
            "queue.Queue",
            "queue.LifoQueue",
            "queue.PriorityQueue",
            "queue.SimpleQueue",
            "multiprocessing.Queue",
            "multiprocessing.JoinableQueue",
            "multiprocessing.SimpleQueue");

    private final BlockingCalls table = BlockingCalls.table();
    private final Semantics semantics;
    private final Types types;
    private final boolean withCheap;
    private final CallPlaces<Helper> helpers;
    private final boolean withOwn;
    private final boolean anyMethodMayBlock;
    /** The bindings of variables, and the texts of other expressions, that hold them. */
    private final Set<Object> nonBlockingSockets;

    /**
     * Starts with a file.
     *
     * @param withCheap whether calls count that block for microseconds only
     */
    CallClassifier(Semantics semantics, boolean withCheap) {
        this(semantics, withCheap, CallPlaces.none(), true);
    }

    /**
     * Starts with a file.
     *
     * @param withCheap whether calls count that block for microseconds only
     * @param helpers the calls of functions of the project that block
     * @param withOwn whether what the file blocks with itself counts
     */
    CallClassifier(Semantics semantics, boolean withCheap, CallPlaces<Helper> helpers, boolean withOwn) {
        this.semantics = semantics;
        this.withCheap = withCheap;
        this.helpers = helpers;
        this.withOwn = withOwn;
        types = Types.of(semantics, table.types());
        Module module = semantics.module();
        anyMethodMayBlock =
                !Collections.disjoint(Framework.importedPackages(module), table.packagesThatBlockThroughout());
        nonBlockingSockets = new HashSet<>();
        for (Call call : module.findAll(Call.class)) {
            if (call.func() instanceof Attribute method && isMadeNonBlocking(call, method)) {
                nonBlockingSockets.add(socketKey(method.value()));
            }
        }
    }

    private Object socketKey(Expression socket) {
        Binding binding = socket instanceof Name ? semantics.bindingOf(socket) : null;
        return binding == null ? socket.sourceText() : binding;
    }

    private static boolean isMadeNonBlocking(Call call, Attribute method) {
        if (call.arguments().size() != 1) {
            return false;
        }
        Argument argument = call.arguments().first();
        return method.attr().is("setblocking") && (argument.is("False") || argument.is("0"))
                || method.attr().is("settimeout") && (argument.is("0") || argument.is("0.0"));
    }

    /** Returns whether what the file blocks with itself counts. */
    boolean withOwn() {
        return withOwn;
    }

    /** Returns whether what blocks for microseconds only counts too. */
    boolean withCheap() {
        return withCheap;
    }

    Types types() {
        return types;
    }

    /** Returns what blocks in a call, or null if it does not block as far as the file shows. */
    BlockingCall of(Call call) {
        Helper helper = helperOf(call);
        if (helper != null) {
            return new BlockingCall(helper.definition().qualifiedName(), Replacement.THREAD, Caveat.NONE, false);
        }
        return withOwn ? ofOwn(call) : null;
    }

    /** Returns the helper function of the project that a call runs and that blocks, or null. */
    Helper helperOf(Call call) {
        CallPlaces.Place<Helper> place = helpers.of(call);
        return place == null ? null : place.value();
    }

    private BlockingCall ofOwn(Call call) {
        BlockingCall found = find(call);
        boolean counts = found != null
                && found.replacement() != Replacement.LIST
                && (withCheap || !found.isCheap())
                && !NonBlockingForms.matches(found, call)
                && !(found.name().equals("queue.Queue.put") && hasUnboundedQueuesOnly())
                && !isOnNonBlockingSocket(found, call);
        return counts ? found : null;
    }

    private BlockingCall find(Call call) {
        String name = qualifiedName(call.func());
        if (name != null) {
            BlockingCall function = table.function(name);
            if (function != null) {
                return function;
            }
            if (table.isConsumer(name)) {
                return consumesStream(call) ? new BlockingCall(name, Replacement.THREAD, Caveat.NONE, false) : null;
            }
        }
        if (NestedLoops.isAsyncToSync(call, semantics)) {
            return new BlockingCall(NestedLoops.ASYNC_TO_SYNC, Replacement.ARGUMENT, Caveat.NONE, false);
        }
        return call.func() instanceof Attribute method ? findMethod(method) : null;
    }

    private String qualifiedName(Expression function) {
        return semantics.qualifiedName(function);
    }

    private BlockingCall findMethod(Attribute method) {
        String member = method.attr().sourceText();
        if (!anyMethodMayBlock && !table.isMethodName(member)) {
            return null;
        }
        Resolution receiver = types.typeOf(method.value());
        BlockingCall found = null;
        for (String type : receiver.names()) {
            BlockingCall one = table.method(type, member);
            if (one == null || found != null && found.replacement() != one.replacement()) {
                return null;
            }
            found = found == null || one.caveat() != Caveat.NONE ? one : found;
        }
        return found;
    }

    private boolean consumesStream(Call call) {
        for (Argument argument : call.arguments()) {
            Argument value = argument instanceof Keyword keyword ? keyword.value() : argument;
            if (value instanceof Expression expression && ofIteration(expression) != null) {
                return true;
            }
        }
        return false;
    }

    /** A queue without a limit takes everything at once; one that comes from elsewhere may have a limit. */
    private boolean hasUnboundedQueuesOnly() {
        boolean hasQueue = false;
        for (Call call : semantics.module().findAll(Call.class)) {
            String made = qualifiedName(call.func());
            if (made != null && QUEUES.contains(made)) {
                if (!call.arguments().isEmpty()) {
                    return false;
                }
                hasQueue = true;
            }
        }
        return hasQueue;
    }

    private boolean isOnNonBlockingSocket(BlockingCall found, Call call) {
        return !nonBlockingSockets.isEmpty()
                && (found.name().startsWith("socket.socket.") || found.name().startsWith("ssl.SSLSocket."))
                && call.func() instanceof Attribute method
                && nonBlockingSockets.contains(socketKey(method.value()));
    }

    /** Returns what blocks when an expression's value is iterated over, or null. */
    BlockingCall ofIteration(Expression iterated) {
        return withOwn ? ofOwnIteration(iterated) : null;
    }

    private BlockingCall ofOwnIteration(Expression iterated) {
        if (iterated instanceof Call call) {
            BlockingCall made = find(call);
            if (made != null && made.replacement() == Replacement.LIST) {
                return isLazyOver(call, made) ? made : null;
            }
        } else if (iterated instanceof Name name) {
            Definition only = semantics.singleAssignment(name);
            if (only != null && only.value() instanceof Call call) {
                BlockingCall made = find(call);
                if (made != null && made.replacement() == Replacement.LIST) {
                    return isLazyOver(call, made) ? made : null;
                }
            }
        }
        BlockingCall found = null;
        for (String type : types.typeOf(iterated).names()) {
            BlockingCall one = table.stream(type);
            if (one == null) {
                return null;
            }
            found = found == null || one.caveat() != Caveat.NONE ? one : found;
        }
        return found;
    }

    /** A reader of lines blocks only over something that does; a response only if it was asked for as a stream. */
    private boolean isLazyOver(Call call, BlockingCall made) {
        if (made.name().startsWith("csv.")) {
            return consumesStream(call);
        }
        return !made.name().startsWith("requests.Response.")
                || semantics.module().findAll(Keyword.class).stream()
                        .anyMatch(keyword -> keyword.name() != null
                                && keyword.name().is("stream")
                                && keyword.value().is("True"));
    }
}
