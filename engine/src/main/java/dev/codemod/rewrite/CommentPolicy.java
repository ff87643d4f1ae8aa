package dev.codemod.rewrite;

/** What happens to a comment whose code is replaced or removed, unless the code that stays still contains it. */
public enum CommentPolicy {
    /** It becomes a line of its own above the statement. */
    HOIST,
    /** It is appended to the last line of its logical line; hoisted if there is a comment already. */
    APPEND_TRAILING,
    /** The change is refused: see {@link RewriteRefusedException}. */
    FAIL,
    /** It goes away, and is listed in {@link Printed#droppedComments()}. */
    DROP
}
