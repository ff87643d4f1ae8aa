package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.If;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Path;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.While;
import dev.codemod.tree.With;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the requests of a file by an asynchronous client instead of in threads, with {@code -P http=...}. */
final class HttpRequests {
    private static final Set<String> FUNCTIONS =
            Set.of("get", "options", "head", "post", "put", "patch", "delete", "request");

    /** A request that is to be rewritten, with the range of statements of its block that the client must be open for. */
    private record Conversion(
            BlockingSite site,
            Block block,
            int from,
            int to,
            RequestArguments arguments,
            ResponseUses uses,
            RequestErrors errors) {}

    private final FileContext file;
    private final Semantics semantics;
    private final Types types;
    private final HttpClient client;
    private final Plan plan;
    private final List<RequestHint> hints;
    private final Map<Block, List<Conversion>> byBlock = new IdentityHashMap<>();

    HttpRequests(FileContext file, Types types, HttpClient client, Plan plan, List<RequestHint> hints) {
        this.hints = hints;
        this.file = file;
        this.semantics = file.semantics();
        this.types = types;
        this.client = client;
        this.plan = plan;
    }

    /** Returns whether a site is a request that this class is about. */
    static boolean isRequest(BlockingSite site) {
        String name = site.blocking().name();
        return name.startsWith("requests.") && FUNCTIONS.contains(name.substring("requests.".length()));
    }

    /**
     * Offers or refuses a site.
     *
     * @param verdict what is known about the site so far
     */
    void add(BlockingSite site, Verdict verdict) {
        plan.markReplaced(site.at());
        Call request = (Call) site.at();
        Path path = semantics.path(request);
        Statement statement = path.statement();
        Block block = blockOf(statement);
        String function = site.blocking().name().substring("requests.".length());
        Verdict all = verdict.and(place(request, path, statement, block));
        if (all.applicability() == Applicability.MANUAL) {
            refuse(site, all);
            return;
        }
        RequestArguments arguments = new RequestArguments(request, function, client, semantics, types);
        ResponseUses uses = new ResponseUses(request, statement, client, semantics);
        RequestErrors errors = new RequestErrors(request, client, semantics);
        int from = block.statements().indexOfNode(statement);
        int to = client.isAiohttp() ? lastStatement(block, from, uses) : from;
        all = all.and(arguments.verdict())
                .and(uses.verdict())
                .and(errors.verdict())
                .and(exceptionsElsewhere(request))
                .and(hinted(isCaughtAround(request)));
        if (to < 0) {
            all = all.and(Verdict.refuse(
                    "read-after-close",
                    "aiohttp reads a response while the request is open only, and it is used outside of the block of the"
                            + " request"));
        }
        if (all.applicability() == Applicability.MANUAL) {
            refuse(site, all);
        } else if (offer(site, all)) {
            byBlock.computeIfAbsent(block, key -> new ArrayList<>())
                    .add(new Conversion(site, block, from, to, arguments, uses, errors));
        }
    }

    private void refuse(BlockingSite site, Verdict verdict) {
        file.refuse(
                site.at(),
                verdict.reason(),
                site.blocking().displayName() + " blocks the event loop; not made by " + client.module() + ": "
                        + verdict.message());
    }

    private boolean offer(BlockingSite site, Verdict verdict) {
        String becomes = site.blocking().displayName() + " blocks the event loop: made by " + client.module() + "."
                + client.type();
        String message = verdict.message().isEmpty() ? becomes : becomes + ", but " + verdict.message();
        return file.offer(verdict.applicability(), site.at(), verdict.reason(), message);
    }

    // ---------------------------------------------------------------- places

    private Block blockOf(Statement statement) {
        return semantics.path(statement).parent() instanceof Block block ? block : null;
    }

    /** A client is opened by a statement of its own, around the one with the request. */
    private Verdict place(Call request, Path path, Statement statement, Block block) {
        boolean isHeader = statement instanceof While
                || statement instanceof With
                || statement instanceof For
                || statement instanceof If
                || statement instanceof Try;
        boolean isSeveral = statement.findAll(Call.class).stream()
                .filter(call -> call != request)
                .anyMatch(this::isAnotherRequest);
        boolean isLater = client.isAiohttp() && !EvaluatedFirst.in(statement, path);
        boolean isRepeated = path.enclosing(Comprehension.class) != null || isInComprehension(path, statement);
        if (block == null || isHeader || isSeveral || isRepeated || isLater) {
            return Verdict.refuse(
                    "needs-statement",
                    "a request of " + client.module()
                            + " needs a statement of its own: assign its response to a variable" + " first");
        }
        return Verdict.SAFE;
    }

    private static boolean isInComprehension(Path path, Statement statement) {
        for (int i = 1; i < path.length() && path.ancestor(i) != statement; i++) {
            Node around = path.ancestor(i);
            if (around instanceof ListComp
                    || around instanceof SetComp
                    || around instanceof DictComp
                    || around instanceof GeneratorExp) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnotherRequest(Call call) {
        String name = semantics.qualifiedName(call.func());
        return name != null && name.startsWith("requests.");
    }

    private int lastStatement(Block block, int from, ResponseUses uses) {
        NodeList<Statement> statements = block.statements();
        if (uses.lastToken() > statements.last().lastToken()) {
            return -1;
        }
        int to = from;
        while (statements.get(to).lastToken() < uses.lastToken()) {
            to++;
        }
        return to;
    }

    /** Handlers elsewhere in the file may wait for what this request raised so far. */
    private Verdict exceptionsElsewhere(Call request) {
        if (isCaughtAround(request)) {
            return Verdict.SAFE;
        }
        for (ExceptHandler handler : file.module().findAll(ExceptHandler.class)) {
            boolean isElsewhere = semantics.functionAround(handler) != semantics.functionAround(request);
            if (isElsewhere
                    && handler.type() != null
                    && namesRequests(handler.type())
                    && callsOwnFunction(((Try) semantics.path(handler).parent()).body())) {
                return Verdict.unsafe(
                        "exceptions-elsewhere",
                        "line " + handler.line()
                                + " catches exceptions of requests in another function, which this request no"
                                + " longer raises");
            }
        }
        return Verdict.SAFE;
    }

    private boolean isCaughtAround(Call request) {
        Path path = semantics.path(request);
        for (int i = 1; i < path.length(); i++) {
            if (path.ancestor(i) instanceof Try attempt
                    && attempt.handlers().stream().anyMatch(handler -> catchesAll(handler.type()))) {
                return true;
            }
        }
        return false;
    }

    /** Judges what other files of the project count on. */
    private Verdict hinted(boolean isCaught) {
        Verdict verdict = Verdict.SAFE;
        Set<String> own = isCaught ? Set.of() : ownFunctions();
        for (RequestHint hint : hints) {
            verdict = verdict.and(hint.judge(file.path(), own));
        }
        return verdict;
    }

    private Set<String> ownFunctions() {
        Set<String> own = new HashSet<>();
        file.module()
                .findAll(FunctionDef.class)
                .forEach(function -> own.add(function.name().sourceText()));
        return own;
    }

    /** Returns whether a block calls functions or methods of this file, by their names. */
    private boolean callsOwnFunction(Block block) {
        Set<String> own = ownFunctions();
        return block.findAll(Call.class).stream()
                .anyMatch(call -> call.func() instanceof Attribute method
                        ? own.contains(method.attr().sourceText())
                        : own.contains(call.func().sourceText()));
    }

    private boolean catchesAll(Expression type) {
        String name = type == null ? "builtins.Exception" : semantics.qualifiedName(type);
        return "builtins.Exception".equals(name)
                || "builtins.BaseException".equals(name)
                || "requests.RequestException".equals(name)
                || "requests.exceptions.RequestException".equals(name);
    }

    private boolean namesRequests(Expression type) {
        return type instanceof Tuple tuple
                ? tuple.elements().stream().anyMatch(this::namesRequests)
                : semantics.qualifiedName(type) != null
                        && semantics.qualifiedName(type).startsWith("requests.");
    }

    // ---------------------------------------------------------------- writing

    /** Plans the changes of all requests that were accepted. */
    void plan() {
        byBlock.forEach((block, conversions) -> {
            NodeList<Statement> statements = block.statements();
            List<Statement> result = wrapped(statements, 0, statements.size(), conversions);
            plan.replace(block, block.withStatements(NodeList.copyOf(result)));
        });
        if (!byBlock.isEmpty()) {
            plan.imports().removeIfUnused("requests");
        }
    }

    private List<Statement> wrapped(NodeList<Statement> statements, int from, int to, List<Conversion> conversions) {
        List<Statement> result = new ArrayList<>();
        int i = from;
        while (i < to) {
            Conversion conversion = startingAt(i, conversions);
            if (conversion == null) {
                result.add(statements.get(i));
                i++;
                continue;
            }
            int end = conversion.to() + 1;
            for (Conversion other : conversions) {
                end = other.from() > i && other.from() < end ? Math.max(end, other.to() + 1) : end;
            }
            result.add(with(conversion, statements, end, conversions));
            i = end;
        }
        return result;
    }

    private static Conversion startingAt(int index, List<Conversion> conversions) {
        for (Conversion conversion : conversions) {
            if (conversion.from() == index) {
                return conversion;
            }
        }
        return null;
    }

    private Statement with(
            Conversion conversion, NodeList<Statement> statements, int end, List<Conversion> conversions) {
        Call request = (Call) conversion.site().at();
        Statement statement = statements.get(conversion.from());
        conversion.errors().plan(plan);
        String variable = freshName(client.variable(), request);
        Expression open = conversion.arguments().client(plan.imports());
        Call made = conversion.arguments().request(variable, plan.imports());
        List<Statement> body = new ArrayList<>();
        Name target = ResponseUses.variableOf(request, statement);
        if (!client.isAiohttp()) {
            conversion.uses().plan(ThreadCalls.awaited(made), plan);
            body.add(statement);
            return Snippet.statement("async with $open as $client:\n    $$$body\n")
                    .bind("open", open)
                    .bind("client", variable)
                    .bind("body", body)
                    .build();
        }
        Name response = target != null ? target : Snippet.name(freshName("response", request));
        conversion.uses().plan(response, plan);
        if (target == null && !(statement instanceof ExpressionStatement plain && plain.value() == request)) {
            body.add(statement);
        }
        body.addAll(wrapped(statements, conversion.from() + 1, end, conversions));
        if (body.isEmpty()) {
            body.add(Snippet.statement("pass").build());
        }
        return Snippet.statement("async with $open as $client, $made as $response:\n    $$$body\n")
                .bind("open", open)
                .bind("client", variable)
                .bind("made", made)
                .bind("response", response)
                .bind("body", body)
                .build();
    }

    private String freshName(String wished, Node place) {
        String name = wished;
        while (isUsed(name, place)) {
            name += "_";
        }
        return name;
    }

    private boolean isUsed(String name, Node place) {
        Node function = semantics.functionAround(place).node();
        return function.findAll(Name.class).stream().anyMatch(other -> other.is(name))
                || function.findAll(Parameter.class).stream()
                        .anyMatch(parameter -> parameter.name().is(name));
    }
}
