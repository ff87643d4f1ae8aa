package dev.codemod.cli;

import dev.codemod.codemod.FileError;
import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Shows results to programs, as one JSON object or with one object on each line. The keys are documented in the README
 * and only ever added to. Files about which there is nothing to say are left out.
 */
final class JsonOutput implements Output {
    private static final int VERSION = 1;

    private final Console console;
    private final boolean isLines;
    private final StringBuilder errors = new StringBuilder();
    private boolean isStarted;

    /** @param isLines whether every object has a line of its own, with a key {@code type} */
    JsonOutput(Console console, boolean isLines) {
        this.console = console;
        this.isLines = isLines;
    }

    @Override
    public boolean wantsDiffs() {
        return true;
    }

    @Override
    public void add(FileResult result, byte[] diff) throws IOException {
        boolean isWorthTelling = result.status() != FileResult.Status.UNCHANGED
                || !result.findings().isEmpty()
                || !result.errors().isEmpty();
        if (!isWorthTelling) {
            return;
        }
        Json json = object("file");
        json.put("path", result.path());
        json.put("status", result.status().name().toLowerCase(Locale.ROOT));
        if (diff != null) {
            putDiff(json, diff);
        }
        json.open("units", '[');
        new TreeSet<>(result.units()).forEach(json::element);
        json.close(']').open("findings", '[');
        result.findings().forEach(finding -> add(json, finding));
        json.close(']').open("errors", '[');
        result.errors().forEach(error -> add(json, error));
        write(json.close(']').close('}'));
    }

    private Json object(String type) {
        Json json = new Json().open('{');
        return isLines ? json.put("type", type) : json;
    }

    /** Diffs are bytes, since files can have any encoding; nearly all of them are UTF-8. */
    private static void putDiff(Json json, byte[] diff) {
        try {
            json.put(
                    "diff",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(diff))
                            .toString());
        } catch (CharacterCodingException e) {
            json.put("diffBase64", Base64.getEncoder().encodeToString(diff));
        }
    }

    private static void add(Json json, Finding finding) {
        json.open('{')
                .put("codemod", finding.codemod())
                .put("line", finding.line())
                .put("column", finding.column())
                .put("endLine", finding.endLine())
                .put("endColumn", finding.endColumn())
                .put("applicability", finding.applicability().toString())
                .put("reason", finding.reason())
                .put("message", finding.message())
                .put("applied", finding.isApplied())
                .close('}');
    }

    private static void add(Json json, FileError error) {
        json.open('{');
        if (error.line() > 0) {
            json.put("line", error.line()).put("column", error.column());
        }
        json.put("message", error.message()).close('}');
    }

    private void write(Json json) throws IOException {
        if (isLines) {
            console.print(json + "\n");
        } else {
            boolean isFirst = !isStarted;
            start();
            console.print((isFirst ? "\n" : ",\n") + json);
        }
    }

    private void start() throws IOException {
        if (!isStarted) {
            console.print("{\"version\":" + VERSION + ",\"files\":[");
            isStarted = true;
        }
    }

    @Override
    public void unreadable(String path, String message) throws IOException {
        error(path, message);
    }

    @Override
    public void error(String path, String message) throws IOException {
        Json json = object("error").put("path", path).put("message", message).close('}');
        if (isLines) {
            console.print(json + "\n");
        } else {
            errors.append(errors.isEmpty() ? "" : ",").append(json);
        }
    }

    @Override
    public void finish(Totals totals, ExitCode exitCode) throws IOException {
        Json json = object("summary");
        if (isLines) {
            json.put("version", VERSION);
        }
        json.open("files", '{')
                .put("scanned", totals.scanned())
                .put("changed", totals.changed())
                .put("skipped", totals.skipped())
                .put("unparsed", totals.unparsed())
                .close('}');
        json.open("rewrites", '{')
                .put("safe", totals.safe())
                .put("unsafe", totals.unsafe())
                .close('}');
        json.put("manual", totals.manual()).put("exitCode", exitCode.number()).close('}');
        if (isLines) {
            console.print(json + "\n");
        } else {
            start();
            console.print("\n],\"errors\":[" + errors + "],\"summary\":" + json + "}\n");
        }
        console.flush();
    }
}
