package dev.codemod.codemods.sql;

/**
 * A field of {@code str.format}.
 *
 * @param name the argument's index or name; empty for the next argument
 * @param path what follows the name: attributes and indices as they are written; empty for none
 * @param conversion {@code r}, {@code s}, {@code a} or 0
 * @param spec the format specification without its colon
 * @param end index after the closing brace
 */
record FormatField(String name, String path, char conversion, String spec, int end) {
    /** Returns the field at an index, or null if it does not end or has fields inside. */
    static FormatField at(CharSequence text, int index) {
        String all = text.toString();
        int close = all.indexOf('}', index);
        if (close < 0 || all.indexOf('{', index + 1) >= 0 && all.indexOf('{', index + 1) < close) {
            return null;
        }
        String field = all.substring(index + 1, close);
        String spec = "";
        int colon = field.indexOf(':');
        if (colon >= 0) {
            spec = field.substring(colon + 1);
            field = field.substring(0, colon);
        }
        char conversion = 0;
        int mark = field.indexOf('!');
        if (mark >= 0) {
            if (mark != field.length() - 2) {
                return null;
            }
            conversion = field.charAt(mark + 1);
            field = field.substring(0, mark);
        }
        int nameEnd = 0;
        while (nameEnd < field.length() && field.charAt(nameEnd) != '.' && field.charAt(nameEnd) != '[') {
            nameEnd++;
        }
        return new FormatField(field.substring(0, nameEnd), field.substring(nameEnd), conversion, spec, close + 1);
    }

    /** Returns whether the name is the index of an argument. */
    boolean isIndexed() {
        return !name.isEmpty() && Character.isDigit(name.charAt(0));
    }
}
