package dev.codemod.codemods.asyncio;

import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** What a function does with the response of a request: every use must have an equal in the new client. */
final class ResponseUses {
    /**
     * One use.
     *
     * @param receiver the request itself, or the variable that holds its response
     * @param whole the expression or statement that becomes another one
     * @param member the member that is used
     */
    private record Use(Expression receiver, Node whole, String member) {}

    private final Semantics semantics;
    private final HttpClient client;
    private final Call request;
    private final List<Use> uses = new ArrayList<>();
    private Verdict verdict = Verdict.SAFE;

    ResponseUses(Call request, Statement statement, HttpClient client, Semantics semantics) {
        this.request = request;
        this.client = client;
        this.semantics = semantics;
        read(statement);
    }

    Verdict verdict() {
        return verdict;
    }

    /** Returns the variable that the response is assigned to, or null. */
    static Name variableOf(Call request, Statement statement) {
        return statement instanceof Assign assign
                        && assign.value() == request
                        && assign.targets().size() == 1
                        && assign.targets().first() instanceof Name name
                ? name
                : null;
    }

    /** Returns the last token of the last use. */
    int lastToken() {
        int last = request.lastToken();
        for (Use use : uses) {
            last = Math.max(last, use.whole().lastToken());
        }
        return last;
    }

    private void read(Statement statement) {
        if (statement instanceof ExpressionStatement plain && plain.value() == request) {
            return;
        }
        Name variable = variableOf(request, statement);
        if (variable == null) {
            add(request);
            return;
        }
        List<Name> reads = VariableReads.of(variable, semantics.functionAround(request), semantics);
        if (reads == null) {
            escapes(variable, "may be another one where it is used, or is used in another function");
        } else {
            reads.forEach(this::add);
        }
    }

    private void escapes(Node at, String why) {
        verdict = verdict.and(Verdict.refuse(
                "response-escapes",
                "the response in line " + at.line() + " " + why + ", where one of requests may be expected"));
    }

    private void add(Expression receiver) {
        Path path = semantics.path(receiver);
        if (!(path.parent() instanceof Attribute attribute)) {
            escapes(receiver, "is handed on as a whole");
            return;
        }
        String member = attribute.attr().sourceText();
        Node whole = attribute;
        if (path.ancestor(2) instanceof Call call && call.func() == attribute) {
            whole = call;
            if (!call.arguments().isEmpty() || !member.equals("json") && !member.equals("raise_for_status")) {
                unknown(receiver, member);
                return;
            }
        } else if (member.equals("json") || member.equals("raise_for_status")) {
            unknown(receiver, member);
            return;
        }
        if (member.equals("raise_for_status")) {
            addRaise(receiver, whole, path);
        } else if (client.member(member) == null || semantics.attributeTargets().contains(attribute)) {
            unknown(receiver, member);
        } else if (member.equals("ok")
                && !client.isAiohttp()
                && path.ancestor(2) instanceof UnaryOp not
                && not.op() == UnaryOperator.NOT) {
            uses.add(new Use(receiver, not, "not ok"));
        } else {
            uses.add(new Use(receiver, whole, member));
        }
    }

    private void unknown(Expression receiver, String member) {
        verdict = verdict.and(Verdict.refuse(
                "no-equivalent-member",
                "what the response's " + member + " in line " + receiver.line() + " does has no equal in "
                        + client.module()));
    }

    /** httpx raises for redirects too. */
    private void addRaise(Expression receiver, Node call, Path path) {
        boolean isStatement = path.ancestor(3) instanceof ExpressionStatement;
        if (client.isAiohttp()) {
            return;
        }
        if (!isStatement || receiver == request) {
            verdict = verdict.and(Verdict.refuse(
                    "raise-for-status",
                    "raise_for_status of " + client.module()
                            + " raises for redirects too and returns the response: put the"
                            + " response into a variable, and the call into a statement of its own"));
            return;
        }
        uses.add(new Use(receiver, path.ancestor(3), "raise_for_status"));
    }

    /**
     * Plans the changes.
     *
     * @param response what stands for the response where it is no variable of the original: an awaited request, or the
     *     variable of an {@code async with}
     */
    void plan(Expression response, Plan plan) {
        boolean isReplaced = false;
        for (Use use : uses) {
            boolean isRequest = use.receiver() == request;
            isReplaced |= isRequest;
            Expression receiver = isRequest ? response : use.receiver();
            Node now = use.member().equals("raise_for_status")
                    ? Snippet.statement("if $r.is_error:\n    $r.raise_for_status()\n")
                            .bind("r", receiver)
                            .build()
                    : Snippet.expression(client.member(use.member()))
                            .bind("r", receiver)
                            .build();
            plan.replace(use.whole(), now);
        }
        if (!isReplaced) {
            plan.replace(request, response);
        } else {
            plan.markReplaced(request);
        }
    }
}
