package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemod.ProjectCodemod;
import dev.codemod.codemods.Pages;
import dev.codemod.project.IndexFacts;
import dev.codemod.tree.Module;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns SQL that is built from strings into a query with bound parameters, in the placeholder style of the driver in
 * use.
 *
 * <h2>What it does</h2>
 *
 * <p>Values that an f-string, {@code %}, {@code format} or {@code +} puts into the text of {@code execute} and the like
 * become parameters of the call. Names of tables and columns stay, and are reported. Functions of the project that hand
 * their argument to a database are followed across files: the first pass finds them, the second finds out which of them
 * have to take parameters.
 */
public final class SqlParams extends ProjectCodemod<HelperFacts> {
    /** The option that says how placeholders are written where the driver is not known. */
    static final String PARAMSTYLE = "paramstyle";

    static final String DIALECT = "dialect";

    private static final List<String> LITERALS = List.of(
            ".execute",
            ".exec_driver_sql",
            ".fetch",
            ".iterate(",
            ".query(",
            ".raw(",
            ".extra(",
            "RawSQL",
            "read_sql",
            "sqlalchemy",
            "duckdb");

    /** What stands between {@code execute} and the end of the argument where a parameter with a usual name is passed. */
    private static final String[] HELPER_CALLS = {
        ".execute((",
        ".execute(sql",
        ".execute(query",
        ".execute(stmt",
        ".execute(statement",
        ".execute(command",
        ".execute(cmd",
        ".execute(q",
        ".execute(operation",
        ".execute(text",
        ".execute(request"
    };

    private static final String[] HELPER_PARAMETERS = {
        "(sql", "(query", "(stmt", "(statement", "(command", "(cmd", "(q", "(operation", "(text", "(request",
        ", sql", ", query", ", stmt", ", statement", ", command", ", cmd", ", q", ", operation", ", text", ", request"
    };

    /** How queries start that a function may return. */
    private static final String[] BUILDER_TEXTS = {
        "SELECT ",
        "\"select ",
        "'select ",
        "INSERT ",
        "\"insert ",
        "'insert ",
        "UPDATE ",
        "\"update ",
        "'update ",
        "DELETE ",
        "\"delete ",
        "'delete ",
        "WITH ",
        "\"with ",
        "'with "
    };

    @Override
    public String id() {
        return "sql-params";
    }

    @Override
    public String summary() {
        return "Bind the values of SQL queries as parameters instead of putting them into the text.";
    }

    private static String[] withDrivers(String[] literals, String[] others) {
        List<String> all = new ArrayList<>(List.of(literals));
        all.addAll(List.of(others));
        all.addAll(Factories.LITERALS);
        return all.toArray(new String[0]);
    }

    /** Files that may define functions which hand their argument to a database, or give a connection to one. */
    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf(withDrivers(HELPER_CALLS, BUILDER_TEXTS))
                .and(withDrivers(HELPER_PARAMETERS, new String[] {"return "}));
    }

    @Override
    public HelperFacts none() {
        return HelperFacts.NONE;
    }

    @Override
    public HelperFacts merge(HelperFacts left, HelperFacts right) {
        return left.merge(right);
    }

    @Override
    public HelperFacts scanPaths(List<String> paths) {
        return HelperFacts.paths(paths);
    }

    @Override
    public HelperFacts scan(FileContext file) {
        List<HelperFact> helpers = HelperScanner.scan(file);
        Set<String> factories = Factories.in(file);
        List<BuilderFact> builders = BuilderScanner.builders(file);
        HelperFacts found = helpers.isEmpty() && factories.isEmpty()
                ? HelperFacts.NONE
                : HelperFacts.of(file.moduleFacts(), helpers, factories);
        SortedSet<String> constants = ConstantScanner.wanted(file);
        if (!constants.isEmpty()) {
            found = found.merge(
                    HelperFacts.constants(IndexFacts.of(file.moduleFacts()), ConstantFacts.wanted(constants)));
        }
        if (Drivers.isMissing(file.module())) {
            found = found.merge(HelperFacts.dependencies(DependencyFacts.WANTED));
        }
        return builders.isEmpty() ? found : found.merge(HelperFacts.builders(file.moduleFacts(), builders, List.of()));
    }

    @Override
    public Prefilter textPrefilter(HelperFacts facts) {
        return facts.dependencies().isWanted() ? Prefilter.anyOf(DependencyFacts.words()) : Prefilter.anyOf();
    }

    @Override
    public HelperFacts scanText(String path, byte[] bytes, HelperFacts facts) {
        return HelperFacts.dependencies(DependencyFacts.read(path, new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public Prefilter usesPrefilter(HelperFacts definitions) {
        Set<String> names = new TreeSet<>(definitions.names());
        names.addAll(definitions.factories());
        names.addAll(definitions.builderNames());
        for (String constant : definitions.wantedConstants()) {
            names.add(constant + " =");
            names.add(constant + "=");
        }
        return Prefilter.anyOf(names);
    }

    /** Rewrites the file to see which functions need to be extended for it. */
    @Override
    public HelperFacts scanUses(FileContext file, HelperFacts definitions) {
        String text = file.module().sourceText();
        SortedMap<String, String> constants = definitions.wantedConstants().isEmpty()
                ? new TreeMap<>()
                : ConstantScanner.texts(file, definitions.wantedConstants());
        HelperFacts found = functionUses(file, definitions, text);
        return constants.isEmpty()
                ? found
                : found.merge(HelperFacts.constants(
                        IndexFacts.of(file.moduleFacts()), new ConstantFacts(new TreeSet<>(), constants)));
    }

    private static HelperFacts functionUses(FileContext file, HelperFacts definitions, String text) {
        if (definitions.hasBuilders()) {
            // A file is read once, maybe before it is known which other names imports give the functions.
            List<BuilderUse> uses = BuilderScanner.uses(file, definitions);
            return helperUses(file, definitions, text).merge(HelperFacts.builders(file.moduleFacts(), List.of(), uses));
        }
        return helperUses(file, definitions, text);
    }

    private static HelperFacts helperUses(FileContext file, HelperFacts definitions, String text) {
        if (definitions.names().stream().noneMatch(text::contains)) {
            // Only for what a package passes on: the names of connections in other files are known without their facts.
            return file.path().endsWith("__init__.py")
                    ? HelperFacts.of(file.moduleFacts(), List.of(), List.of())
                    : HelperFacts.NONE;
        }
        SqlFileRewrite rewrite = new SqlFileRewrite(file, definitions.probing());
        rewrite.collect();
        return HelperFacts.wanted(file.moduleFacts(), rewrite.extended());
    }

    @Override
    public HelperFacts unknownUses(String path, HelperFacts definitions) {
        return HelperFacts.unreadable(path);
    }

    @Override
    public Prefilter rewritePrefilter(HelperFacts facts) {
        List<String> literals = new ArrayList<>(LITERALS);
        facts.names().forEach(name -> literals.add(name + "("));
        facts.builderNames().forEach(name -> literals.add("def " + name));
        return Prefilter.anyOf(literals);
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option(
                        PARAMSTYLE,
                        "how placeholders are written where the driver is not known (the name of PEP 249, or dollar)",
                        List.of("auto", "qmark", "numeric", "named", "format", "pyformat", "dollar")),
                new Option(
                        DIALECT,
                        "whose SQL it is where the driver does not tell",
                        List.of("auto", "standard", "sqlite", "postgresql", "mysql", "oracle", "sqlserver")));
    }

    @Override
    public Module rewrite(FileContext file, HelperFacts facts) {
        return new SqlFileRewrite(file, facts).run();
    }

    @Override
    public String page() {
        return Pages.read(SqlParams.class, id());
    }
}
