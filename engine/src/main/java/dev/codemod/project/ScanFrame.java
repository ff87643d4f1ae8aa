package dev.codemod.project;

import dev.codemod.semantics.Scope;

/** A class or function, or the module, whose code is being walked through. */
final class ScanFrame {
    final Scope scope;
    final String name;
    final int number;
    boolean isGenerator;
    int blocks;

    ScanFrame(Scope scope, String name, int number) {
        this.scope = scope;
        this.name = name;
        this.number = number;
    }
}
