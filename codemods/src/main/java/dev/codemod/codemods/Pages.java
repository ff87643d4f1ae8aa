package dev.codemod.codemods;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the pages of the codemods, Markdown files beside their classes. */
public final class Pages {
    private Pages() {}

    /**
     * Returns the page {@code <id>.md} in the package of a class.
     *
     * @throws IllegalStateException if there is none
     */
    public static String read(Class<?> codemod, String id) {
        try (InputStream page = codemod.getResourceAsStream(id + ".md")) {
            if (page == null) {
                throw new IllegalStateException("no page for " + id);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
