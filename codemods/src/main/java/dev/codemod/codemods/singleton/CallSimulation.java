package dev.codemod.codemods.singleton;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Global;
import dev.codemod.tree.If;
import dev.codemod.tree.Name;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a metaclass's {@code __call__} on paper, once as the first call for a class and once as a later one.
 *
 * <p>It is a singleton's exactly if the first run creates one instance, stores and returns it, and the later run creates
 * none and returns the stored one. Names prove nothing, and the many ways to write it need no list of patterns.
 * Statements and expressions outside of what such methods consist of make the simulation fail.
 */
final class CallSimulation {
    /** What one run did. */
    private enum Flow {
        NORMAL,
        RETURNED,
        RAISED,
        FAILED
    }

    private final MetaclassMembers members;
    private final FunctionDef call;
    private final CallExpressions expressions;

    private Flow flow = Flow.NORMAL;
    private CallValue returned = CallValue.NONE;
    private String raised = "";
    private String failure = "";

    /** The attributes of the new instance that the method itself sets, for a class that keeps its own instance. */
    final List<Attribute> initialised = new ArrayList<>();

    CallValue stored;
    int creations;
    int heldLocks;
    boolean isCreationLocked = true;
    boolean isByTruth;

    /**
     * @param stored {@link CallValue#OLD} for a later call; for the first one {@link CallValue#NONE} if the place of the
     *     instance holds None, {@link CallValue#ABSENT} if it does not exist
     */
    CallSimulation(MetaclassMembers members, FunctionDef call, CallValue stored) {
        this.members = members;
        this.call = call;
        this.stored = stored;
        this.expressions = new CallExpressions(members, call, this);
    }

    void run() {
        execute(call.body());
        if (flow == Flow.RAISED) {
            fail("it raises " + raised);
        }
    }

    /** Returns what was returned; meaningless after a failure. */
    CallValue returned() {
        return returned;
    }

    /** Returns why the run could not be followed; empty if it could. */
    String failure() {
        return failure;
    }

    /** Returns the name of the storage that was met; empty if none was. */
    String storage() {
        return expressions.storage();
    }

    boolean isRunning() {
        return flow == Flow.NORMAL;
    }

    CallValue fail(String why) {
        if (flow != Flow.FAILED) {
            flow = Flow.FAILED;
            failure = why;
        }
        return CallValue.UNKNOWN;
    }

    CallValue raise(String exception) {
        if (flow == Flow.NORMAL) {
            flow = Flow.RAISED;
            raised = exception;
        }
        return CallValue.UNKNOWN;
    }

    private void execute(Block block) {
        for (Statement statement : block.statements()) {
            if (flow != Flow.NORMAL) {
                return;
            }
            execute(statement);
        }
    }

    private void execute(Statement statement) {
        if (Text.isIdle(statement) || statement instanceof Global || statement instanceof Nonlocal) {
            return;
        }
        if (statement instanceof Return result) {
            CallValue value = result.value() == null ? CallValue.NONE : expressions.evaluate(result.value());
            if (flow == Flow.NORMAL) {
                returned = value;
                flow = Flow.RETURNED;
            }
        } else if (statement instanceof ExpressionStatement expression) {
            expressions.evaluate(expression.value());
        } else if (statement instanceof Assign assign) {
            CallValue value = expressions.evaluate(assign.value());
            for (Expression target : assign.targets()) {
                if (target instanceof Name && value == CallValue.CONTAINER) {
                    expressions.setAlias(target.sourceText(), assign.value());
                }
                assign(target, value);
            }
        } else if (statement instanceof AnnAssign assign && assign.value() != null) {
            assign(assign.target(), expressions.evaluate(assign.value()));
        } else if (statement instanceof If branch) {
            execute(branch);
        } else if (statement instanceof With with) {
            execute(with);
        } else if (statement instanceof Try attempt) {
            execute(attempt);
        } else {
            fail("its __call__ does more than create, store and return");
        }
    }

    private void assign(Expression target, CallValue value) {
        if (flow != Flow.NORMAL) {
            return;
        }
        if (target instanceof Name && expressions.isOuterSlot(target.sourceText())) {
            if (value != CallValue.NEW && value != CallValue.OLD) {
                fail("it stores something other than the instance");
            }
            stored = value;
        } else if (target instanceof Name) {
            expressions.setLocal(target.sourceText(), value);
        } else if (target instanceof Attribute || target instanceof Subscript) {
            if (members.isOwn()
                    && target instanceof Attribute attribute
                    && !expressions.isSlot(target)
                    && expressions.isNew(attribute.value())) {
                initialised.add(attribute);
            } else if (!expressions.isSlot(target)) {
                fail("it stores more than the instance");
            } else if (value != CallValue.NEW && value != CallValue.OLD) {
                fail("it stores something other than the instance");
            } else {
                stored = value;
            }
        } else {
            fail("its __call__ does more than create, store and return");
        }
    }

    private void execute(If branch) {
        Boolean test = expressions.test(branch.test());
        if (test == null) {
            return;
        }
        if (test) {
            execute(branch.body());
            return;
        }
        for (Elif elif : branch.elifs()) {
            Boolean next = expressions.test(elif.test());
            if (next == null) {
                return;
            }
            if (next) {
                execute(elif.body());
                return;
            }
        }
        if (branch.orElse() != null) {
            execute(branch.orElse().body());
        }
    }

    private void execute(With with) {
        int before = heldLocks;
        for (WithItem item : with.items()) {
            if (with.isAsync() || expressions.evaluate(item.context()) != CallValue.LOCK) {
                fail("it uses a context manager that is not known to be a lock");
                return;
            }
            heldLocks++;
        }
        execute(with.body());
        heldLocks = before;
    }

    private void execute(Try attempt) {
        execute(attempt.body());
        if (flow == Flow.RAISED) {
            for (int i = 0; i < attempt.handlers().size() && flow == Flow.RAISED; i++) {
                if (catches(attempt.handlers().get(i).type())) {
                    flow = Flow.NORMAL;
                    execute(attempt.handlers().get(i).body());
                    break;
                }
            }
        } else if (flow == Flow.NORMAL && attempt.orElse() != null) {
            execute(attempt.orElse().body());
        }
        if (attempt.finalBody() != null && flow != Flow.FAILED) {
            Flow pending = flow;
            flow = Flow.NORMAL;
            execute(attempt.finalBody().body());
            if (flow == Flow.NORMAL) {
                flow = pending;
            }
        }
    }

    private boolean catches(Expression type) {
        if (type == null) {
            return true;
        }
        if (type instanceof Tuple tuple) {
            for (Expression element : tuple.elements()) {
                if (catches(element)) {
                    return true;
                }
            }
            return false;
        }
        return type.is(raised)
                || type.is("Exception")
                || type.is("BaseException")
                || type.is("StandardError")
                || type.is("LookupError") && raised.equals("KeyError");
    }

    /** Counts a creation whose arguments must be those of the call. */
    CallValue create(Iterable<? extends Argument> arguments) {
        for (Argument argument : arguments) {
            if (!expressions.isPassedOn(argument)) {
                return fail("it creates with arguments of its own");
            }
        }
        creations++;
        isCreationLocked &= heldLocks > 0;
        return CallValue.NEW;
    }

    /** Returns whether a call is the creation of an instance by the metaclass's own base. */
    boolean isCreation(Call candidate) {
        return members.isBaseCall(candidate.func());
    }
}
