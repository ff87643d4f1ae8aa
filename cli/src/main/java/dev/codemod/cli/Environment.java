package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a command sees of the world.
 *
 * @param workingDirectory absolute path against which relative ones are resolved
 * @param catalogue all codemods; asked only by commands that need them, since making them takes a while
 */
record Environment(Console console, Path workingDirectory, Supplier<List<Codemod>> catalogue) {}
