package dev.codemod.lexer;

import java.util.Arrays;

/**
 * The brackets that are open where the lexer stands, innermost last. The braces of replacement fields are marked, since
 * a colon or an exclamation mark directly inside one means something else there.
 */
final class Brackets {
    private static final int FIELD = 1;

    int depth;

    /** Token index times two, plus {@link #FIELD}. */
    private int[] stack = new int[32];

    void push(int token) {
        push(token, 0);
    }

    void pushField(int token) {
        push(token, FIELD);
    }

    private void push(int token, int mark) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
        }
        stack[depth++] = token * 2 + mark;
    }

    void pop() {
        depth--;
    }

    /** Returns the token index of the innermost open bracket. */
    int top() {
        return token(depth - 1);
    }

    /** Returns the token index of the open bracket at a level, 0 being the outermost. */
    int token(int level) {
        return stack[level] >> 1;
    }

    /** Returns whether the innermost open bracket is the brace of a replacement field. */
    boolean inField() {
        return depth > 0 && isField(depth - 1);
    }

    boolean isField(int level) {
        return (stack[level] & FIELD) != 0;
    }
}
