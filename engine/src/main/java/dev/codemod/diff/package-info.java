/**
 * Unified diffs over bytes that {@code git apply} accepts and that reproduce the new file byte for byte.
 *
 * <p>Everything here works on bytes: a line ends after {@code \n} and nowhere else, so CRLF, lone CR, form feeds and
 * any encoding pass through untouched.
 */
package dev.codemod.diff;
