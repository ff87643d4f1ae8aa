package dev.codemod.codemods.asyncio;

import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The exception handlers around a request, and what they catch once the request is made by another client.
 *
 * <p>A handler catches the new exceptions besides the old ones, as other calls in its {@code try} may still raise these;
 * only a {@code try} that holds nothing else but requests that are rewritten gets rid of them.
 */
final class RequestErrors {
    private static final Map<String, List<String>> HTTPX = Map.ofEntries(
            Map.entry("RequestException", List.of("HTTPError", "InvalidURL")),
            Map.entry("Timeout", List.of("TimeoutException")),
            Map.entry("ConnectTimeout", List.of("ConnectTimeout")),
            Map.entry("ReadTimeout", List.of("ReadTimeout")),
            Map.entry(
                    "ConnectionError", List.of("NetworkError", "ConnectTimeout", "ProxyError", "RemoteProtocolError")),
            Map.entry("ProxyError", List.of("ProxyError")),
            Map.entry("HTTPError", List.of("HTTPStatusError")),
            Map.entry("TooManyRedirects", List.of("TooManyRedirects")),
            Map.entry("InvalidURL", List.of("InvalidURL", "UnsupportedProtocol")),
            Map.entry("MissingSchema", List.of("UnsupportedProtocol")),
            Map.entry("InvalidSchema", List.of("UnsupportedProtocol")),
            Map.entry("JSONDecodeError", List.of("json.JSONDecodeError")));

    private static final Map<String, List<String>> AIOHTTP = Map.of(
            "RequestException", List.of("ClientError"),
            "Timeout", List.of("ServerTimeoutError"),
            "HTTPError", List.of("ClientResponseError"),
            "TooManyRedirects", List.of("TooManyRedirects"),
            "InvalidURL", List.of("InvalidURL"),
            "JSONDecodeError", List.of("json.JSONDecodeError"));

    private static final Set<String> BASES =
            Set.of("builtins.OSError", "builtins.IOError", "builtins.EnvironmentError");

    private final Semantics semantics;
    private final HttpClient client;
    private final List<ExceptHandler> handlers = new ArrayList<>();
    private Verdict verdict = Verdict.SAFE;

    RequestErrors(Call request, HttpClient client, Semantics semantics) {
        this.semantics = semantics;
        this.client = client;
        Path path = semantics.path(request);
        for (int i = 1; i < path.length(); i++) {
            Node around = path.ancestor(i);
            if (around instanceof Try attempt && isIn(request, attempt.body())) {
                attempt.handlers().forEach(this::read);
            }
        }
    }

    private static boolean isIn(Node node, Node block) {
        return block.firstToken() <= node.firstToken() && node.lastToken() <= block.lastToken();
    }

    Verdict verdict() {
        return verdict;
    }

    private void read(ExceptHandler handler) {
        if (handler.type() == null) {
            return;
        }
        boolean isMapped = false;
        for (Expression type : typesOf(handler)) {
            String name = nameOf(type);
            if (name != null && BASES.contains(name)) {
                refuse("line " + type.line() + " catches " + type.sourceText()
                        + ", of which the exceptions of requests are a part and those of " + client.module()
                        + " are not");
            } else if (name != null && name.startsWith("requests.")) {
                isMapped = true;
                if (mapped(name) == null) {
                    refuse("line " + type.line() + " catches " + type.sourceText() + ", which has no equal in "
                            + client.module());
                }
            }
        }
        if (isMapped) {
            readUses(handler);
            handlers.add(handler);
        }
    }

    private void refuse(String message) {
        verdict = verdict.and(Verdict.refuse("exceptions-in-reach", message));
    }

    private void readUses(ExceptHandler handler) {
        if (handler.name() == null) {
            return;
        }
        boolean isStatus = !client.isAiohttp()
                && typesOf(handler).stream().allMatch(type -> "HTTPError".equals(last(nameOf(type))));
        for (Attribute use : handler.body().findAll(Attribute.class)) {
            if (use.value() instanceof Name name
                    && name.is(handler.name().sourceText())
                    && !(isStatus && (use.attr().is("response") || use.attr().is("request")))) {
                refuse("line " + use.line() + " uses " + use.sourceText() + ", which the exceptions of "
                        + client.module() + " need not have");
            }
        }
    }

    private String nameOf(Expression type) {
        return semantics.qualifiedName(type);
    }

    private static String last(String name) {
        return name == null ? null : name.substring(name.lastIndexOf('.') + 1);
    }

    private List<String> mapped(String name) {
        return (client.isAiohttp() ? AIOHTTP : HTTPX).get(last(name));
    }

    private static List<Expression> typesOf(ExceptHandler handler) {
        return handler.type() instanceof Tuple tuple
                ? List.copyOf(tuple.elements())
                : handler.type() == null ? List.of() : List.of(handler.type());
    }

    /** Plans to let the handlers catch the new exceptions too. */
    void plan(Plan plan) {
        for (ExceptHandler handler : handlers) {
            if (!plan.isReplaced(handler.type())) {
                plan.replace(handler.type(), widened(handler, plan.imports()));
            }
        }
    }

    private Expression widened(ExceptHandler handler, Imports imports) {
        Set<String> names = new LinkedHashSet<>();
        List<Expression> all = new ArrayList<>(typesOf(handler));
        for (Expression type : typesOf(handler)) {
            String name = nameOf(type);
            if (name != null && name.startsWith("requests.")) {
                names.addAll(mapped(name));
                if (last(name).equals("RequestException") && handlesJson(handler)) {
                    names.add("json.JSONDecodeError");
                }
            }
        }
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            all.add(imports.ensure(dot < 0 ? client.module() : name.substring(0, dot), last(name), handler));
        }
        return Snippet.expression("($$$types, $last)")
                .bind("types", all.subList(0, all.size() - 1))
                .bind("last", all.get(all.size() - 1))
                .build();
    }

    /** A body that is no JSON raises a RequestException in requests and one of the module json elsewhere. */
    private boolean handlesJson(ExceptHandler handler) {
        return ((Try) semantics.path(handler).parent())
                .body().findAll(Attribute.class).stream()
                        .anyMatch(member -> member.attr().is("json"));
    }
}
