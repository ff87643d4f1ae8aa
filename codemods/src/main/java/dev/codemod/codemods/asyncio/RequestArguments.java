package dev.codemod.codemods.asyncio;

import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Quotes;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The arguments of a call of requests, as an asynchronous client takes them. */
final class RequestArguments {
    private static final Map<String, List<String>> POSITIONAL = Map.of(
            "get", List.of("url", "params"),
            "options", List.of("url"),
            "head", List.of("url"),
            "delete", List.of("url"),
            "post", List.of("url", "data", "json"),
            "put", List.of("url", "data"),
            "patch", List.of("url", "data"),
            "request", List.of("method", "url"));

    private static final Set<String> WITHOUT_BODY = Set.of("get", "head", "options", "delete");

    private record Given(String name, Expression value, Argument written) {}

    private final Call call;
    private final String function;
    private final HttpClient client;
    private final Semantics semantics;
    private final Types types;
    private final List<Given> given = new ArrayList<>();
    private Verdict verdict = Verdict.SAFE;

    RequestArguments(Call call, String function, HttpClient client, Semantics semantics, Types types) {
        this.call = call;
        this.function = function;
        this.client = client;
        this.semantics = semantics;
        this.types = types;
        read();
        given.forEach(this::judge);
    }

    Verdict verdict() {
        return verdict;
    }

    // ---------------------------------------------------------------- reading

    private void read() {
        List<String> positional = POSITIONAL.get(function);
        for (int i = 0; i < call.arguments().size(); i++) {
            Argument argument = call.arguments().get(i);
            if (argument instanceof Keyword keyword && keyword.name() != null) {
                given.add(new Given(keyword.name().sourceText(), keyword.value(), argument));
            } else if (argument instanceof Expression value
                    && !(argument instanceof Starred)
                    && i < positional.size()) {
                given.add(new Given(positional.get(i), value, argument));
            } else {
                refuse("unknown-arguments", "which arguments there are is known only when it runs: write them out");
            }
        }
    }

    private Expression find(String name) {
        for (Given one : given) {
            if (one.name().equals(name)) {
                return one.value();
            }
        }
        return null;
    }

    private void refuse(String reason, String message) {
        verdict = verdict.and(Verdict.refuse(reason, message));
    }

    private void unsafe(String reason, String message) {
        verdict = verdict.and(Verdict.unsafe(reason, message));
    }

    // ---------------------------------------------------------------- judging

    private void judge(Given one) {
        switch (one.name()) {
            case "method", "url", "json", "headers", "allow_redirects" -> {}
            case "params" -> judgeParams(one.value());
            case "data" -> judgeData(one.value());
            case "timeout" -> judgeTimeout(one.value());
            case "auth" -> judgeAuth(one.value());
            case "cookies" -> judgeClientLevel(one);
            case "verify" -> judgeVerify(one);
            case "stream" -> {
                if (!one.value().is("False")) {
                    refuse(
                            "streamed-response",
                            "the response is read as a stream: rewrite it by hand for " + client.module());
                }
            }
            default ->
                refuse(
                        "no-equivalent-argument",
                        "the argument " + one.name() + " has no equal in a request of " + client.module()
                                + ": set it up on a client by hand");
        }
    }

    /** requests leaves out what is None, and adds to a query that the URL has. */
    private void judgeParams(Expression params) {
        Expression url = find("url");
        boolean isPlainUrl = url instanceof StringConstant && !url.sourceText().contains("?") || client.isAiohttp();
        boolean isPlain = params instanceof DictDisplay display
                && display.items().stream().allMatch(this::isTextOrNumber);
        if (!isPlain || !isPlainUrl) {
            unsafe(
                    "query-parameters",
                    "requests leaves out parameters that are None and adds to the query of the URL, which "
                            + client.module() + " does not: check both");
        }
    }

    private boolean isTextOrNumber(DictItem item) {
        if (!(item instanceof KeyValue pair)) {
            return false;
        }
        Expression value = pair.value();
        if (value instanceof Constant) {
            return !(value instanceof NameConstant);
        }
        String type = types.typeOf(value).name();
        return value instanceof JoinedStr
                || "builtins.str".equals(type)
                || "builtins.int".equals(type)
                || "builtins.float".equals(type);
    }

    private void judgeData(Expression data) {
        if (data.is("None")) {
            return;
        }
        String type = types.typeOf(data).name();
        if (data instanceof DictDisplay display) {
            boolean isPlain = display.items().stream()
                    .allMatch(item -> item instanceof KeyValue pair
                            && ("builtins.str".equals(types.typeOf(pair.value()).name())
                                    || pair.value() instanceof JoinedStr));
            if (!isPlain) {
                unsafe(
                        "form-values",
                        "requests leaves out fields that are None and takes values of any type: check that all are text");
            }
        } else if (isForm(data)) {
            unsafe(
                    "form-values",
                    "requests leaves out fields that are None and takes values of any type: check that all are text");
        } else if (!"builtins.bytes".equals(type) && !isAscii(data)) {
            if ("builtins.str".equals(type)) {
                unsafe(
                        "text-body",
                        "requests sends text as latin-1, " + client.module() + " as UTF-8: check that it is ASCII");
            } else {
                refuse(
                        "unknown-body",
                        "whether data is bytes, text or the fields of a form cannot be told: say it by its type");
            }
        }
    }

    private boolean isAscii(Expression data) {
        return data instanceof StringConstant && data.sourceText().chars().allMatch(c -> c < 128 && c != '\\')
                || data instanceof Call dumps
                        && "json.dumps".equals(semantics.qualifiedName(dumps.func()))
                        && dumps.arguments().size() == 1;
    }

    private void judgeTimeout(Expression timeout) {
        if (client.isAiohttp() && !(timeout instanceof Tuple) && !isSimple(timeout)) {
            refuse("complex-timeout", "the time limit would be computed twice: put it into a variable");
        }
        if (timeout instanceof Tuple pair && pair.elements().size() != 2) {
            refuse("complex-timeout", "a pair of time limits is expected");
        }
        Resolution type = types.typeOf(timeout);
        boolean isNumber = type.isKnown()
                && type.names().stream()
                        .allMatch(name -> name.equals("builtins.int")
                                || name.equals("builtins.float")
                                || name.equals("builtins.NoneType"));
        if (!(timeout instanceof Tuple) && !isNumber && !timeout.is("None")) {
            unsafe(
                    "unknown-timeout",
                    "a pair of time limits means something else to " + client.module() + ": check that it is"
                            + " a number");
        }
    }

    private void judgeAuth(Expression auth) {
        if (!(auth instanceof Tuple pair) || pair.elements().size() != 2) {
            refuse(
                    "no-equivalent-argument",
                    "auth is no pair of a name and a password that stands there: set it up on a" + " client by hand");
        }
    }

    private void judgeVerify(Given verify) {
        judgeClientLevel(verify);
        if (client.isAiohttp() && !verify.value().is("False") && !verify.value().is("True")) {
            refuse("no-equivalent-argument", "aiohttp takes an SSLContext instead of verify: set it up by hand");
        }
    }

    /** What moves to the client is evaluated before the other arguments. */
    private void judgeClientLevel(Given one) {
        boolean isOnClient = !client.isAiohttp();
        if (isOnClient && !isSimple(one.value()) && !(one.value() instanceof DictDisplay)) {
            refuse(
                    "no-equivalent-argument",
                    one.name() + " belongs to the client in " + client.module() + ": put its value into a variable");
        }
    }

    private static boolean isSimple(Expression value) {
        return value instanceof Name || value instanceof Constant;
    }

    // ---------------------------------------------------------------- writing

    /** Returns the call that makes the client. */
    Expression client(Imports imports) {
        List<Argument> arguments = new ArrayList<>();
        if (client.isAiohttp()) {
            if (find("timeout") == null) {
                arguments.add(argument(
                        "timeout=$v",
                        Snippet.expression("$type(total=None)")
                                .bind("type", imports.ensure("aiohttp", "ClientTimeout", call))
                                .build()));
            }
        } else {
            boolean followsByDefault = !function.equals("head");
            if (find("allow_redirects") == null && followsByDefault) {
                arguments.add(Snippet.argument("follow_redirects=True").build());
            }
            if (find("timeout") == null) {
                arguments.add(Snippet.argument("timeout=None").build());
            }
            for (Given one : given) {
                if (one.name().equals("cookies") || one.name().equals("verify")) {
                    arguments.add(argument(one.name() + "=$v", one.value()));
                }
            }
        }
        return Snippet.expression("$type($$$arguments)")
                .bind("type", imports.ensure(client.module(), client.type(), call))
                .bind("arguments", arguments)
                .build();
    }

    /** Returns the call that makes the request, not awaited. */
    Call request(String variable, Imports imports) {
        List<Argument> arguments = new ArrayList<>();
        boolean hasBody = find("data") != null || find("json") != null;
        boolean isGeneral = !client.isAiohttp() && WITHOUT_BODY.contains(function) && hasBody;
        if (isGeneral) {
            arguments.add(Snippet.expression("\"" + function.toUpperCase(Locale.ROOT) + "\"")
                    .withQuotes(quote())
                    .build());
        }
        given.forEach(one -> {
            Argument written = written(one, imports);
            if (written != null) {
                arguments.add(written);
            }
        });
        Expression data = find("data");
        if (client.isAiohttp() && data != null && !data.is("None") && !isForm(data)) {
            // aiohttp would name a type for it, requests names none.
            arguments.add(Snippet.argument("skip_auto_headers=[\"Content-Type\"]")
                    .withQuotes(quote())
                    .build());
        }
        Expression method = Snippet.expression(variable + "." + (isGeneral ? "request" : function))
                .build();
        return call.withFunc(method).withArguments(NodeList.copyOf(arguments));
    }

    /** Before Python 3.12 a field of an f-string cannot hold the quotes of the string. */
    private char quote() {
        JoinedStr string = semantics.path(call).enclosing(JoinedStr.class);
        if (string == null) {
            return Quotes.usual(call);
        }
        return string.sourceText().endsWith("'") ? '"' : '\'';
    }

    private Argument written(Given one, Imports imports) {
        return switch (one.name()) {
            case "method", "url" -> one.written() instanceof Keyword ? one.written() : one.value();
            case "allow_redirects" ->
                client.isAiohttp() ? one.written() : renamed(one, "follow_redirects", one.value());
            case "data" -> renamed(one, isContent(one.value()) ? "content" : "data", one.value());
            case "timeout" -> renamed(one, "timeout", timeout(one.value(), imports));
            case "auth" ->
                client.isAiohttp() ? renamed(one, "auth", basicAuth((Tuple) one.value(), imports)) : one.written();
            case "stream" -> null;
            case "cookies" -> client.isAiohttp() ? one.written() : null;
            case "verify" ->
                client.isAiohttp() && one.value().is("False")
                        ? Snippet.argument("ssl=False").build()
                        : null;
            default -> renamed(one, one.name(), one.value());
        };
    }

    private boolean isContent(Expression data) {
        return !client.isAiohttp() && !isForm(data) && !data.is("None");
    }

    private boolean isForm(Expression data) {
        return data instanceof DictDisplay
                || "builtins.dict".equals(types.typeOf(data).name());
    }

    private static Argument renamed(Given one, String name, Expression value) {
        return one.written() instanceof Keyword keyword
                ? keyword.withName(keyword.name().is(name) ? keyword.name() : Snippet.identifier(name))
                        .withValue(value)
                : argument(name + "=$v", value);
    }

    private static Argument argument(String template, Expression value) {
        return Snippet.argument(template).bind("v", value).build();
    }

    private Expression timeout(Expression value, Imports imports) {
        if (!client.isAiohttp() && !(value instanceof Tuple)) {
            return value;
        }
        Expression connect = value instanceof Tuple pair ? pair.elements().first() : value;
        Expression read = value instanceof Tuple pair ? pair.elements().last() : value;
        String template = client.isAiohttp()
                ? "$type(total=None, sock_connect=$connect, sock_read=$read)"
                : "$type(None, connect=$connect, read=$read)";
        return Snippet.expression(template)
                .bind("type", imports.ensure(client.module(), client.isAiohttp() ? "ClientTimeout" : "Timeout", call))
                .bind("connect", connect)
                .bind("read", read)
                .build();
    }

    private Expression basicAuth(Tuple pair, Imports imports) {
        return Snippet.expression("$type($user, $password)")
                .bind("type", imports.ensure("aiohttp", "BasicAuth", call))
                .bind("user", pair.elements().first())
                .bind("password", pair.elements().last())
                .build();
    }
}
