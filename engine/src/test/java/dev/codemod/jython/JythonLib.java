package dev.codemod.jython;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The Python 2.7 standard library inside the jython-slim jar: 561 real files of test data. */
public final class JythonLib {
    private JythonLib() {}

    /** Returns the content of every Python file below {@code Lib/}, by its path in the jar and sorted by it. */
    public static Map<String, byte[]> files() {
        URL url = JythonLib.class.getResource("/Lib/os.py");
        if (url == null) {
            throw new IllegalStateException("jython-slim is not on the class path");
        }
        Map<String, byte[]> files = new TreeMap<>();
        try {
            JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith("Lib/") && entry.getName().endsWith(".py")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
