package dev.codemod.cli;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileError;
import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;
import dev.codemod.codemod.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shows findings in SARIF 2.1.0, which code hosts and editors read: one run, a rule for every codemod, a result for every
 * finding, and a notification for every error.
 */
final class SarifOutput implements Output {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Console console;
    private final List<Codemod> codemods;
    private final String version;
    private final Json notifications = new Json();
    private final Set<String> ruleIds = new TreeSet<>();
    private boolean isStarted;

    /** @param version of this command */
    SarifOutput(Console console, List<Codemod> codemods, String version) {
        this.console = console;
        this.codemods =
                codemods.stream().flatMap(codemod -> codemod.steps().stream()).toList();
        this.version = version;
        this.codemods.forEach(codemod -> ruleIds.add(codemod.id()));
    }

    @Override
    public boolean wantsDiffs() {
        return false;
    }

    @Override
    public void add(FileResult result, byte[] diff) throws IOException {
        for (FileError error : result.errors()) {
            notify(result.path(), error.line(), error.column(), error.message());
        }
        for (Finding finding : result.findings()) {
            boolean isFirst = !isStarted;
            start();
            console.print((isFirst ? "\n" : ",\n") + result(finding));
            ruleIds.add(finding.codemod());
        }
    }

    private void start() throws IOException {
        if (!isStarted) {
            isStarted = true;
            console.print("{\"$schema\":\"" + SCHEMA + "\",\"version\":\"2.1.0\",\"runs\":[{\"results\":[");
        }
    }

    /** Returns the level of a finding: as severe as its codemod says, else by what can be done about it. */
    private String level(Finding finding) {
        for (Codemod codemod : codemods) {
            if (codemod.id().equals(finding.codemod()) && codemod.severity() != null) {
                return codemod.severity() == Severity.INFO
                        ? "note"
                        : codemod.severity().toString();
            }
        }
        return finding.applicability() == Applicability.SAFE ? "note" : "warning";
    }

    private Json result(Finding finding) {
        Json json = new Json().open('{').put("ruleId", finding.codemod());
        json.put("level", level(finding));
        json.open("message", '{').put("text", finding.message()).close('}');
        json.open("locations", '[').open('{');
        openPlace(json, finding.path());
        json.open("region", '{')
                .put("startLine", finding.line())
                .put("startColumn", finding.column())
                .put("endLine", finding.endLine())
                .put("endColumn", finding.endColumn())
                .close('}');
        json.close('}').close('}').close(']');
        return json.open("properties", '{')
                .put("reason", finding.reason())
                .put("applicability", finding.applicability().toString())
                .put("applied", finding.isApplied())
                .close('}')
                .close('}');
    }

    private static void openPlace(Json json, String path) {
        json.open("physicalLocation", '{')
                .open("artifactLocation", '{')
                .put("uri", uri(path))
                .close('}');
    }

    /** Returns a path as a URI reference: relative if the path is. */
    private static String uri(String path) {
        try {
            // A colon in the first part of a relative reference would make it a scheme.
            boolean isRelative = !path.startsWith("/");
            String text = new URI(path.startsWith("/") ? "file" : null, null, isRelative ? "/" + path : path, null)
                    .toASCIIString();
            return isRelative ? text.substring(1).replace(":", "%3A") : text.replaceFirst("^file:/(?!/)", "file:///");
        } catch (URISyntaxException e) {
            return path;
        }
    }

    private void notify(String path, int line, int column, String message) {
        notifications.open('{').put("level", "error");
        notifications.open("message", '{').put("text", message).close('}');
        notifications.open("locations", '[').open('{');
        openPlace(notifications, path);
        if (line > 0) {
            notifications
                    .open("region", '{')
                    .put("startLine", line)
                    .put("startColumn", column)
                    .close('}');
        }
        notifications.close('}').close('}').close(']').close('}');
    }

    @Override
    public void unreadable(String path, String message) {
        notify(path, 0, 0, message);
    }

    @Override
    public void error(String path, String message) {
        notify(path, 0, 0, message);
    }

    @Override
    public void finish(Totals totals, ExitCode exitCode) throws IOException {
        start();
        Json driver = new Json().open('{').put("name", "codemod").put("version", version);
        driver.open("rules", '[');
        for (String id : ruleIds) {
            driver.open('{').put("id", id);
            driver.open("shortDescription", '{')
                    .put("text", summary(id))
                    .close('}')
                    .close('}');
        }
        driver.close(']').close('}');
        boolean isDone = exitCode == ExitCode.DONE || exitCode == ExitCode.CHANGES_PENDING;
        console.print("\n],\"columnKind\":\"unicodeCodePoints\",\"tool\":{\"driver\":" + driver
                + "},\"invocations\":[{\"executionSuccessful\":" + isDone + ",\"exitCode\":" + exitCode.number()
                + ",\"toolExecutionNotifications\":[" + notifications + "]}]}]}\n");
        console.flush();
    }

    private String summary(String id) {
        for (Codemod codemod : codemods) {
            if (codemod.id().equals(id)) {
                return codemod.summary();
            }
        }
        return "Comments that suppress findings";
    }
}
