package dev.codemod.cli;

/** Writes JSON text: objects and arrays are opened and closed, commas are set where they belong. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    /** Appends {@code text} as a JSON string. */
    static void appendString(StringBuilder out, CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || Character.isSurrogate(c) || c == 0x7f) {
                        // Escaped one by one, surrogates survive whether they pair or not.
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Opens an object or an array, with <code>{</code> or {@code [}. */
    Json open(char bracket) {
        comma();
        out.append(bracket);
        return this;
    }

    /** Opens an object or an array that is the value of a key. */
    Json open(String key, char bracket) {
        key(key);
        out.append(bracket);
        return this;
    }

    /** Closes an object or an array, with <code>}</code> or {@code ]}. */
    Json close(char bracket) {
        out.append(bracket);
        return this;
    }

    Json put(String key, String value) {
        key(key);
        appendString(out, value);
        return this;
    }

    Json put(String key, long value) {
        key(key);
        out.append(value);
        return this;
    }

    Json put(String key, boolean value) {
        key(key);
        out.append(value);
        return this;
    }

    /** Appends an element of an array. */
    Json element(String value) {
        comma();
        appendString(out, value);
        return this;
    }

    private void key(String key) {
        comma();
        appendString(out, key);
        out.append(':');
    }

    private void comma() {
        if (out.length() > 0 && "{[:".indexOf(out.charAt(out.length() - 1)) < 0) {
            out.append(',');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
