package dev.codemod.codemods.asyncio;

import java.util.Map;

/** An asynchronous client that can take the place of requests. */
enum HttpClient {
    HTTPX("httpx", "AsyncClient", "client"),
    HTTPX2("httpx2", "AsyncClient", "client"),
    AIOHTTP("aiohttp", "ClientSession", "session");

    /** What a member of a response is called in httpx; a template over {@code $r} where it is no mere name. */
    private static final Map<String, String> HTTPX_MEMBERS = Map.ofEntries(
            Map.entry("status_code", "$r.status_code"),
            Map.entry("text", "$r.text"),
            Map.entry("content", "$r.content"),
            Map.entry("headers", "$r.headers"),
            Map.entry("cookies", "$r.cookies"),
            Map.entry("encoding", "$r.encoding"),
            Map.entry("history", "$r.history"),
            Map.entry("elapsed", "$r.elapsed"),
            Map.entry("ok", "not $r.is_error"),
            Map.entry("not ok", "$r.is_error"),
            Map.entry("url", "str($r.url)"),
            Map.entry("reason", "$r.reason_phrase"),
            Map.entry("json", "$r.json()"));

    private static final Map<String, String> AIOHTTP_MEMBERS = Map.of(
            "status_code", "$r.status",
            "text", "await $r.text()",
            "content", "await $r.read()",
            "headers", "$r.headers",
            "ok", "$r.ok",
            "url", "str($r.url)",
            "reason", "$r.reason",
            "json", "await $r.json(content_type=None)");

    private final String module;
    private final String type;
    private final String variable;

    HttpClient(String module, String type, String variable) {
        this.module = module;
        this.type = type;
        this.variable = variable;
    }

    /** Returns the client that the value of the option names, or null for threads. */
    static HttpClient of(String option) {
        return switch (option) {
            case "httpx" -> HTTPX;
            case "httpx2" -> HTTPX2;
            case "aiohttp" -> AIOHTTP;
            default -> null;
        };
    }

    String module() {
        return module;
    }

    String type() {
        return type;
    }

    /** Returns the name for the variable that holds the client. */
    String variable() {
        return variable;
    }

    boolean isAiohttp() {
        return this == AIOHTTP;
    }

    /** Returns the template for a member of a response of requests, or null if there is none with the same value. */
    String member(String name) {
        return (isAiohttp() ? AIOHTTP_MEMBERS : HTTPX_MEMBERS).get(name);
    }
}
