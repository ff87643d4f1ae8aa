package dev.codemod.lexer;

import dev.codemod.source.Source;

/** Names with characters outside ASCII: any byte from 0x80 on is taken for a part of a name and looked at afterwards. */
final class NameLexer {
    private final Source source;
    private final byte[] bytes;
    private final boolean python2;
    private final TapeBuilder tape;

    NameLexer(Source source, boolean python2, TapeBuilder tape) {
        this.source = source;
        this.bytes = source.bytes();
        this.python2 = python2;
        this.tape = tape;
    }

    /**
     * Adds the name that starts at {@code start} and has its first byte outside ASCII at {@code nonAscii}, as an error
     * token if it is none by PEP 3131.
     *
     * @return the offset after it
     */
    int lex(int start, int nonAscii) {
        int end = nonAscii;
        while (end < bytes.length && CharacterClasses.continuesName(bytes[end])) {
            end++;
        }
        String error = python2 ? "invalid syntax" : null;
        int errorOffset = nonAscii;
        if (!python2) {
            String name = source.text(start, end);
            int invalid = firstInvalid(name);
            if (invalid < name.length()) {
                error = message(name.codePointAt(invalid));
                errorOffset = offsetOf(start, name, invalid);
            }
        }
        if (error != null) {
            tape.problem(errorOffset, error);
        }
        tape.add(error == null ? TokenKind.NAME : TokenKind.ERROR, start, end, TokenTape.NON_ASCII);
        return end;
    }

    /** Returns the index of the first character that does not belong, the length if there is none. */
    private static int firstInvalid(String name) {
        int i = 0;
        while (i < name.length()) {
            int c = name.codePointAt(i);
            if (i == 0 ? !IdentifierCharacters.isStart(c) : !IdentifierCharacters.isPart(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Returns the byte offset of a character of a name; undecodable bytes before it make it an estimate. */
    private int offsetOf(int start, String name, int index) {
        byte[] before = name.substring(0, index).getBytes(source.encoding().textCharset());
        return Math.min(start + before.length, bytes.length - 1);
    }

    private static String message(int c) {
        String code = String.format("U+%04X", c);
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
            case Character.SPACE_SEPARATOR:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return "invalid non-printable character " + code;
            default:
                return "invalid character '" + Character.toString(c) + "' (" + code + ")";
        }
    }
}
