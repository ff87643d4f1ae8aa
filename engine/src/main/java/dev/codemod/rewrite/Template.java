package dev.codemod.rewrite;

import dev.codemod.lexer.Lexer;
import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/** The text of a {@link Snippet} with a name that occurs nowhere else in place of every hole. */
final class Template {
    /**
     * A hole.
     *
     * @param name its name without dollar signs
     * @param isList whether it was written with three dollar signs
     */
    record Hole(String name, boolean isList) {
        @Override
        public String toString() {
            return (isList ? "$$$" : "$") + name;
        }
    }

    private final String text;
    private final Map<String, Hole> holes;

    private Template(String text, Map<String, Hole> holes) {
        this.text = text;
        this.holes = holes;
    }

    /** Finds the holes: dollar signs that are no part of a string or comment. */
    static Template of(String template, LanguageLevel level) {
        Source source = Source.of(template);
        TokenTape tape = Lexer.lex(source, level);
        byte[] bytes = source.bytes();
        Map<String, Hole> holes = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < tape.count(); i++) {
            int start = tape.start(i);
            if (tape.kind(i) != TokenKind.ERROR || start < copied || bytes[start] != '$') {
                continue;
            }
            int name = start;
            while (name < bytes.length && bytes[name] == '$') {
                name++;
            }
            int end = name;
            while (end < bytes.length && Text.isWord(bytes[end])) {
                end++;
            }
            int dollars = name - start;
            if (end == name || dollars != 1 && dollars != 3) {
                throw new IllegalArgumentException("a hole is $name or $$$name, not "
                        + source.text(start, Math.max(end, start + 1)) + ": " + template);
            }
            Hole hole = new Hole(source.text(name, end), dollars == 3);
            text.append(source.text(copied, start)).append(placeholder(hole, template, holes));
            copied = end;
        }
        text.append(source.text(copied, bytes.length));
        return new Template(text.toString(), holes);
    }

    private static String placeholder(Hole hole, String template, Map<String, Hole> holes) {
        for (Map.Entry<String, Hole> entry : holes.entrySet()) {
            if (entry.getValue().name().equals(hole.name())) {
                if (entry.getValue().isList() != hole.isList()) {
                    throw new IllegalArgumentException(
                            "the hole " + hole + " is also written " + entry.getValue() + ": " + template);
                }
                return entry.getKey();
            }
        }
        String name = "_hole_" + hole.name();
        while (template.contains(name)) {
            name = "_" + name;
        }
        holes.put(name, hole);
        return name;
    }

    /** Returns the text to parse. */
    String text() {
        return text;
    }

    /** Returns the hole that a name stands for, or null. */
    Hole hole(String name) {
        return holes.get(name);
    }

    /** Returns whether there is a hole of this name. */
    boolean has(String name) {
        return find(name) != null;
    }

    /** Returns the hole of this name, or null. */
    Hole find(String name) {
        for (Hole hole : holes.values()) {
            if (hole.name().equals(name)) {
                return hole;
            }
        }
        return null;
    }

    /** Returns the holes in the order of their first use. */
    Iterable<Hole> holes() {
        return holes.values();
    }
}
