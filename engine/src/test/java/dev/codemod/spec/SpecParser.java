package dev.codemod.spec;

import dev.codemod.spec.ElementSpec.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code python.nodes}; the language is described at the top of that file. */
final class SpecParser {
    private static final Pattern HEADER = Pattern.compile("(abstract )?(\\w+) : (\\w+)  \"(.*)\"");
    private static final Pattern ELEMENT = Pattern.compile("\\s*(?:"
            + "(?<open>\\()|(?<close>\\)\\?)|(?<any>\\.\\.\\.)"
            + "|'(?<token>[^']+)'"
            + "|(?<flag>\\w+)\\?'(?<flagToken>[^']+)'"
            + "|(?<attribute>\\w+)@(?<attributeType>\\w+)"
            + "|(?<child>\\w+):(?<type>\\w+)(?:\\((?<place>\\w+)\\))?"
            + "(?:(?<optional>\\?)|(?:~(?<operator>\\w+)|(?<separator>[,.|=;]))?(?<many>[*+]))?"
            + "|(?<tokenKind>[A-Z_]+))");

    private final List<ElementSpec> elements = new ArrayList<>();
    private int slots;

    private SpecParser() {}

    /**
     * Reads the kinds in the order of the file.
     *
     * @throws IllegalArgumentException for a line that is not in the language, with its number
     */
    static List<KindSpec> parse(List<String> lines) {
        List<KindSpec> kinds = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new IllegalArgumentException("line " + (i + 1) + ": expected a kind: " + line);
            }
            boolean isAbstract = header.group(1) != null;
            String layout = isAbstract ? "" : lines.get(++i).strip();
            kinds.add(new KindSpec(
                    header.group(2),
                    header.group(3),
                    isAbstract,
                    header.group(4),
                    layout,
                    new SpecParser().elements(layout, i + 1)));
        }
        return kinds;
    }

    private List<ElementSpec> elements(String layout, int line) {
        Matcher matcher = ELEMENT.matcher(layout);
        int position = 0;
        int groupStart = -1;
        while (position < layout.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new IllegalArgumentException("line " + line + ": cannot read " + layout.substring(position));
            }
            position = matcher.end();
            if (matcher.group("open") != null) {
                groupStart = elements.size();
            } else if (matcher.group("close") != null) {
                closeGroup(groupStart);
                groupStart = -1;
            } else {
                add(matcher);
            }
        }
        return List.copyOf(elements);
    }

    private void closeGroup(int start) {
        int decidingSlot = elements.subList(start, elements.size()).stream()
                .filter(ElementSpec::declaresSlot)
                .findFirst()
                .orElseThrow()
                .slot();
        elements.subList(start, elements.size()).replaceAll(element -> element.inGroup(decidingSlot));
    }

    private void add(Matcher m) {
        if (m.group("any") != null) {
            elements.add(element(Kind.ANY_TOKENS, null, null, null, -1));
        } else if (m.group("token") != null) {
            elements.add(element(Kind.TOKEN, null, null, m.group("token"), -1));
        } else if (m.group("tokenKind") != null) {
            elements.add(element(Kind.TOKEN, null, null, m.group("tokenKind"), -1));
        } else if (m.group("flag") != null) {
            addFlag(m.group("flag"), m.group("flagToken"));
        } else if (m.group("attribute") != null) {
            elements.add(element(Kind.ATTRIBUTE, m.group("attribute"), m.group("attributeType"), null, slots++));
        } else {
            addChild(m);
        }
    }

    private void addFlag(String name, String token) {
        for (ElementSpec earlier : elements) {
            if (name.equals(earlier.name())) {
                elements.add(new ElementSpec(
                        Kind.FLAG, name, "boolean", token, "test", "NONE", true, -1, earlier.slot(), true));
                return;
            }
        }
        elements.add(element(Kind.FLAG, name, "boolean", token, slots++));
    }

    private void addChild(Matcher m) {
        if (m.group("operator") != null) {
            elements.add(new ElementSpec(
                    Kind.ATTRIBUTE, "op", m.group("operator"), null, "test", "OPERATOR", false, -1, slots++, false));
        }
        boolean isList = m.group("many") != null;
        String place = m.group("place") == null ? "test" : m.group("place");
        boolean isOptional = isList ? m.group("many").equals("*") : m.group("optional") != null;
        elements.add(new ElementSpec(
                isList ? Kind.LIST : Kind.CHILD,
                m.group("child"),
                m.group("type"),
                null,
                place,
                m.group("operator") != null ? "OPERATOR" : separator(m.group("separator")),
                isOptional,
                -1,
                slots++,
                false));
    }

    private static String separator(String text) {
        if (text == null) {
            return "NONE";
        }
        return switch (text) {
            case "," -> "COMMA";
            case "." -> "DOT";
            case "|" -> "BAR";
            case "=" -> "EQUAL";
            default -> "STATEMENT";
        };
    }

    private static ElementSpec element(Kind kind, String name, String type, String token, int slot) {
        return new ElementSpec(kind, name, type, token, "test", "NONE", kind == Kind.FLAG, -1, slot, false);
    }
}
