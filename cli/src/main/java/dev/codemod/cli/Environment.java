package dev.codemod.cli;

import java.nio.file.Path;

/**
 * What a command sees of the world.
 *
 * @param workingDirectory absolute path against which relative ones are resolved
 */
record Environment(Console console, Path workingDirectory) {}
