package dev.codemod.codemods.asyncio;

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
import java.util.Map;
import java.util.Set;

/** The table of asynchronous clients: the resource {@code async-clients.txt}, whose head explains it. */
final class AsyncClients {
    private static final class Holder {
        private static final AsyncClients TABLE = new AsyncClients();
    }

    /**
     * What makes an object.
     *
     * @param isDefault whether the library is used unless threads are asked for
     * @param needsAsyncio whether it runs on asyncio only
     * @param module the module of what makes the asynchronous one
     * @param member its name in the module
     * @param isAwaited whether making it is awaited
     * @param type the type that the table knows the object by
     */
    record Maker(
            boolean isDefault, boolean needsAsyncio, String module, String member, boolean isAwaited, String type) {}

    /**
     * A member of a type.
     *
     * @param isAwaited whether it is a method whose result is awaited
     * @param name its name in the asynchronous type
     * @param type the type of what it gives, or null if that is a plain value
     */
    record Member(boolean isAwaited, String name, String type) {}

    private final Map<String, Maker> makers = new HashMap<>();
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Set<String>> options = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> iterated = new HashSet<>();
    private boolean isDefault;
    private boolean needsAsyncio;

    private AsyncClients() {
        try (InputStream resource = AsyncClients.class.getResourceAsStream("async-clients.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    read(new ArrayList<>(List.of(line.split(" "))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the table, which is read when it is first asked for. */
    static AsyncClients table() {
        return Holder.TABLE;
    }

    private void read(List<String> words) {
        String verb = words.remove(0);
        switch (verb) {
            case "library" -> {
                isDefault = words.get(1).equals("auto");
                needsAsyncio = words.get(2).equals("asyncio");
            }
            case "new" -> readMaker(words);
            case "options" -> options.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
            case "await", "plain" -> readMembers(words, verb.equals("await"));
            case "rename" -> members.put(words.get(0) + "." + words.get(1), new Member(true, words.get(2), null));
            case "with" -> entered.add(words.get(0));
            case "for" -> iterated.add(words.get(0));
            default -> throw new IllegalStateException("async-clients.txt does not know " + verb);
        }
    }

    private void readMaker(List<String> words) {
        int colon = words.indexOf(":");
        int equals = words.indexOf("=");
        String type = equals < 0 ? words.get(0) : words.get(equals + 1);
        boolean isAwaited = words.contains("await");
        Maker maker = new Maker(isDefault, needsAsyncio, words.get(colon + 1), words.get(colon + 2), isAwaited, type);
        words.subList(0, colon).forEach(name -> makers.put(name, maker));
    }

    private void readMembers(List<String> words, boolean isAwaited) {
        int colon = words.indexOf(":");
        String type = colon < 0 ? null : words.get(colon + 1);
        for (String member : words.subList(1, colon < 0 ? words.size() : colon)) {
            members.put(words.get(0) + "." + member, new Member(isAwaited, member, type));
        }
    }

    /** Returns what a call of a function makes, or null. */
    Maker maker(String function) {
        return makers.get(function);
    }

    /** Returns a member of a type, or null if there is no equal one. */
    Member member(String type, String name) {
        return members.get(type + "." + name);
    }

    /** Returns whether the constructor of a type takes a keyword argument with the same meaning. */
    boolean hasOption(String type, String keyword) {
        return options.getOrDefault(type, Set.of()).contains(keyword);
    }

    boolean isEntered(String type) {
        return entered.contains(type);
    }

    boolean isIterated(String type) {
        return iterated.contains(type);
    }
}
