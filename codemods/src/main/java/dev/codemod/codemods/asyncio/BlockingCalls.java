package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.BlockingCall.Replacement;
import dev.codemod.semantics.TypeTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table of all that is known to block: the resource {@code blocking-calls.txt}, whose head explains it. */
final class BlockingCalls {
    /** Modules whose names are in nearly every file; here the members tell more. */
    private static final Set<String> COMMON_MODULES =
            Set.of("os", "io", "time", "builtins", "asyncio", "codecs", "json");

    private static final class Holder {
        private static final BlockingCalls TABLE = new BlockingCalls();
    }

    /** A group of entries that belong together. */
    record Family(String title, List<BlockingCall> calls) {}

    private final Map<String, BlockingCall> functions = new HashMap<>();
    private final Map<String, BlockingCall> methods = new HashMap<>();
    private final Map<String, BlockingCall> streams = new HashMap<>();
    private final Map<String, List<String>> bases = new HashMap<>();
    private final Set<String> plain = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> serial = new HashSet<>();
    private final Set<String> consumers = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> wildcardPackages = new HashSet<>();
    private final List<Family> families = new ArrayList<>();
    private final TypeTable.Builder types = TypeTable.builder();
    private final TypeTable typeTable;

    private BlockingCalls() {
        try (InputStream resource = BlockingCalls.class.getResourceAsStream("blocking-calls.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    read(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        typeTable = types.build();
    }

    /** Returns the table, which is read when it is first asked for. */
    static BlockingCalls table() {
        return Holder.TABLE;
    }

    // ---------------------------------------------------------------- reading

    /** The parts of a line: the verb, whether it is about methods, its subjects, and what stands after : and !. */
    private record Line(String verb, String methodsOf, List<String> subjects, String type, Caveat caveat) {}

    private static Line split(String text) {
        String type = null;
        Caveat caveat = Caveat.NONE;
        String methodsOf = null;
        List<String> subjects = new ArrayList<>();
        String[] words = text.split(" ");
        String verb = words[0];
        for (int i = 1; i < words.length; i++) {
            switch (words[i]) {
                case ":" -> type = words[++i];
                case "!" ->
                    caveat = Caveat.valueOf(words[++i].toUpperCase(Locale.ROOT).replace('-', '_'));
                case "method" -> methodsOf = words[++i];
                default -> subjects.add(words[i]);
            }
        }
        if (verb.equals("method") || verb.equals("future") || verb.equals("plain")) {
            methodsOf = subjects.remove(0);
        }
        return new Line(verb, methodsOf, subjects, type, caveat);
    }

    private void read(String text) {
        if (text.startsWith("family ")) {
            families.add(new Family(text.substring("family ".length()), new ArrayList<>()));
            return;
        }
        Line line = split(text);
        switch (line.verb()) {
            case "sleep" -> addCalls(line, Replacement.SLEEP, false);
            case "call", "method" -> addCalls(line, Replacement.THREAD, false);
            case "cheap" -> addCalls(line, Replacement.THREAD, true);
            case "lazy" -> addCalls(line, Replacement.LIST, false);
            case "await" -> addCalls(line, Replacement.ARGUMENT, false);
            case "future" -> addCalls(line, Replacement.FUTURE, false);
            default -> readFact(line);
        }
    }

    private void addCalls(Line line, Replacement replacement, boolean isCheap) {
        for (String subject : line.subjects()) {
            String name = line.methodsOf() == null ? subject : line.methodsOf() + "." + subject;
            BlockingCall call = new BlockingCall(name, replacement, line.caveat(), isCheap);
            (line.methodsOf() == null ? functions : methods).put(name, call);
            families.get(families.size() - 1).calls().add(call);
            if (subject.equals("*")) {
                wildcardPackages.add(rootOf(name));
            }
            names.add(subject.substring(subject.lastIndexOf('.') + 1));
            if (line.type() != null) {
                types.returns(name, line.type());
            }
        }
    }

    private void readFact(Line line) {
        switch (line.verb()) {
            case "plain" -> line.subjects().forEach(member -> plain.add(line.methodsOf() + "." + member));
            case "consumes" -> consumers.addAll(line.subjects());
            case "type" -> line.subjects().forEach(this::addType);
            case "serial" -> serial.addAll(line.subjects());
            case "stream" -> line.subjects().forEach(type -> addStream(type, line.caveat()));
            case "gives" -> line.subjects().forEach(name -> types.returns(name, line.type()));
            case "value" -> line.subjects().forEach(name -> types.value(name, line.type()));
            case "item" -> line.subjects().forEach(name -> types.item(name, line.type()));
            case "subtype" ->
                line.subjects().forEach(type -> {
                    types.subtype(type, line.type());
                    bases.computeIfAbsent(type, key -> new ArrayList<>()).add(line.type());
                });
            default -> throw new IllegalStateException("blocking-calls.txt does not know " + line.verb());
        }
    }

    private void addType(String type) {
        types.type(type).entersSelf(type);
        known.add(type);
    }

    private void addStream(String type, Caveat caveat) {
        addType(type);
        streams.put(type, new BlockingCall(type, Replacement.LIST, caveat, false));
    }

    // ---------------------------------------------------------------- asking

    /** Returns the types that the table knows. */
    TypeTable types() {
        return typeTable;
    }

    /** Returns what a function is, by its qualified name, or null if it is not known to block. */
    BlockingCall function(String name) {
        return functions.get(name);
    }

    /** Returns what a method of a type is, or null if it is not known to block. */
    BlockingCall method(String type, String member) {
        BlockingCall call = methods.get(type + "." + member);
        if (call != null) {
            return call;
        }
        BlockingCall all = methods.get(type + ".*");
        if (all != null && !member.startsWith("_") && !plain.contains(type + "." + member)) {
            return new BlockingCall(type + "." + member, all.replacement(), all.caveat(), all.isCheap());
        }
        for (String base : bases.getOrDefault(type, List.of())) {
            call = method(base, member);
            if (call != null) {
                return call;
            }
        }
        return null;
    }

    /** Returns what iterating over an object of a type is, or null if it does not block. */
    BlockingCall stream(String type) {
        BlockingCall own = streams.get(type);
        for (String base : own == null ? bases.getOrDefault(type, List.<String>of()) : List.<String>of()) {
            own = own == null ? stream(base) : own;
        }
        return own;
    }

    /** Returns whether a function reads all of a stream or of something lazy that is handed to it. */
    boolean isConsumer(String function) {
        return consumers.contains(function);
    }

    /** Returns whether objects of a type may be used by one thread at a time only. */
    boolean isSerial(String type) {
        return serial.contains(type)
                || bases.getOrDefault(type, List.of()).stream().anyMatch(this::isSerial);
    }

    /** Returns whether the table knows a type, and knows of no limit to the threads that use its objects. */
    boolean isThreadSafe(String type) {
        return known.contains(type) && !isSerial(type);
    }

    /** Returns whether any type has a blocking method of a name: most calls are ruled out by this. */
    boolean isMethodName(String member) {
        return names.contains(member);
    }

    /** Returns the packages that have types all of whose methods block. */
    Set<String> packagesThatBlockThroughout() {
        return wildcardPackages;
    }

    /** Returns the groups of the table, in its order. */
    List<Family> families() {
        return families;
    }

    /** Returns words of which every file that blocks has at least one. */
    Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        for (String name : functions.keySet()) {
            literals.add(
                    COMMON_MODULES.contains(rootOf(name)) ? name.substring(name.lastIndexOf('.') + 1) : rootOf(name));
        }
        for (String name : methods.keySet()) {
            if (!COMMON_MODULES.contains(rootOf(name))) {
                literals.add(rootOf(name));
            }
        }
        literals.add("run_until_complete");
        literals.add("async_to_sync");
        literals.add("run_coroutine_threadsafe");
        return literals;
    }

    private static String rootOf(String name) {
        return name.substring(0, name.indexOf('.'));
    }
}
