package dev.codemod.rewrite;

import dev.codemod.lexer.Lexer;
import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Alias;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@link Snippet} or of a pattern with a name that occurs nowhere else in place of every hole. */
public final class Template {
    /**
     * A hole.
     *
     * @param name its name without dollar signs; empty for {@code $$$}
     * @param isList whether it was written with three dollar signs
     * @param isString whether it was written as all there is of a string, {@code "$name"}
     */
    public record Hole(String name, boolean isList, boolean isString) {
        /** Returns whether the hole of a pattern stands for anything: {@code $_}, {@code $_name}, {@code $$$}. */
        public boolean isAnonymous() {
            return name.isEmpty() || name.startsWith("_");
        }

        @Override
        public String toString() {
            String hole = (isList ? "$$$" : "$") + name;
            return isString ? '"' + hole + '"' : hole;
        }
    }

    private static final Pattern STRING_HOLE = Pattern.compile("([\"'])\\$(\\w+)\\1");

    private final String text;
    private final Map<String, Hole> holes;

    /** For every hole, where the text goes on after it: in {@link #text} and in the template. */
    private final List<int[]> ends;

    private Template(String text, Map<String, Hole> holes, List<int[]> ends) {
        this.text = text;
        this.holes = holes;
        this.ends = ends;
    }

    /** Finds the holes: dollar signs that are no part of a string or comment. */
    static Template of(String template, LanguageLevel level) {
        return of(template, level, false);
    }

    /**
     * Finds the holes of a pattern: besides those of a snippet {@code $$$} without a name and {@code "$name"}, the
     * whole of a string. Anonymous holes are different ones wherever they stand.
     *
     * @throws IllegalArgumentException for a malformed hole
     */
    public static Template ofPattern(String pattern, LanguageLevel level) {
        return of(pattern, level, true);
    }

    private static Template of(String template, LanguageLevel level, boolean isPattern) {
        Source source = Source.of(template);
        TokenTape tape = Lexer.lex(source, level);
        byte[] bytes = source.bytes();
        Map<String, Hole> holes = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        List<int[]> ends = new ArrayList<>();
        int copied = 0;
        for (int i = 0; i < tape.count(); i++) {
            int start = tape.start(i);
            if (isPattern && tape.kind(i) == TokenKind.STRING) {
                Matcher string = STRING_HOLE.matcher(source.text(start, tape.end(i)));
                if (string.matches()) {
                    Hole hole = new Hole(string.group(2), false, true);
                    text.append(source.text(copied, start)).append(placeholder(hole, template, holes, true));
                    copied = tape.end(i);
                    ends.add(new int[] {utf8Length(text), copied});
                }
                continue;
            }
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
            boolean isNamed = end > name || isPattern && dollars == 3;
            if (!isNamed || dollars != 1 && dollars != 3) {
                throw new IllegalArgumentException("a hole is $name or $$$name, not "
                        + source.text(start, Math.max(end, start + 1)) + ": " + template);
            }
            Hole hole = new Hole(source.text(name, end), dollars == 3, false);
            text.append(source.text(copied, start)).append(placeholder(hole, template, holes, isPattern));
            copied = end;
            ends.add(new int[] {utf8Length(text), copied});
        }
        text.append(source.text(copied, bytes.length));
        return new Template(text.toString(), holes, ends);
    }

    private static String placeholder(Hole hole, String template, Map<String, Hole> holes, boolean isPattern) {
        boolean isAnonymous = isPattern && hole.isAnonymous();
        for (Map.Entry<String, Hole> entry : holes.entrySet()) {
            if (!isAnonymous && entry.getValue().name().equals(hole.name())) {
                if (!entry.getValue().equals(hole)) {
                    throw new IllegalArgumentException(
                            "the hole " + hole + " is also written " + entry.getValue() + ": " + template);
                }
                return entry.getKey();
            }
        }
        String name = "_hole_" + (isAnonymous ? hole.name() + holes.size() : hole.name());
        while (template.contains(name) || holes.containsKey(name)) {
            name = "_" + name;
        }
        holes.put(name, hole);
        return name;
    }

    private static int utf8Length(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the text to parse. */
    public String text() {
        return text;
    }

    /** Returns the byte offset in the template of a byte offset in the text. */
    public int templateOffset(int offset) {
        int result = offset;
        for (int[] end : ends) {
            if (end[0] <= offset) {
                result = end[1] + offset - end[0];
            }
        }
        return result;
    }

    /** Returns the hole that a name of the parsed text stands for, or null if the node is no such name. */
    public Hole holeOf(Node node) {
        return node instanceof Name || node instanceof Identifier ? holes.get(node.sourceText()) : null;
    }

    /** Returns the hole that is all there is of an element of a list, or null. */
    public Hole elementHole(Node element) {
        if (element instanceof ExpressionStatement statement) {
            return holeOf(statement.value());
        }
        if (element instanceof Parameter parameter) {
            boolean isBare = !parameter.isStar()
                    && !parameter.isDoubleStar()
                    && parameter.annotation() == null
                    && parameter.defaultValue() == null;
            return isBare ? holeOf(parameter.name()) : null;
        }
        if (element instanceof Alias alias) {
            boolean isBare = alias.asName() == null && alias.name().names().size() == 1;
            return isBare ? holeOf(alias.name().names().first()) : null;
        }
        if (element instanceof MatchAs capture) {
            return capture.pattern() == null ? holeOf(capture.name()) : null;
        }
        if (element instanceof DictUnpacking unpacking) {
            return holeOf(unpacking.value());
        }
        return holeOf(element);
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

    /** Returns the holes by the names that stand for them in the text. */
    public Map<String, Hole> placeholders() {
        return Collections.unmodifiableMap(holes);
    }

    /** Returns the holes in the order of their first use. */
    public Iterable<Hole> holes() {
        return holes.values();
    }
}
