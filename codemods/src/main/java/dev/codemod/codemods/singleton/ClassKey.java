package dev.codemod.codemods.singleton;

import java.io.Serializable;

/**
 * A singleton class of the project.
 *
 * @param path the file that defines it
 * @param name its name
 */
record ClassKey(String path, String name) implements Serializable, Comparable<ClassKey> {
    /** Returns the key of the edits that belong together because of the class. */
    String unit() {
        return path + ":" + name;
    }

    /** Returns the last part of the name of the module, as far as its bytes are the same in all encodings. */
    String module() {
        return UseScanner.literal(ModulePath.of(path).last());
    }

    @Override
    public int compareTo(ClassKey other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : name.compareTo(other.name);
    }
}
