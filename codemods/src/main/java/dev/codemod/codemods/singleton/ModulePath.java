package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The names under which a file can be imported.
 *
 * <p>Where the search path of the program starts is not known: {@code src/app/config.py} may be {@code config},
 * {@code app.config} or {@code src.app.config}, and more than that if the run started below the package's root. So the
 * question is only what a name <em>may</em> mean.
 *
 * @param segments the folders and the module, the file name of a package's {@code __init__.py} left out
 * @param isPackage whether the file is an {@code __init__.py}
 */
record ModulePath(List<String> segments, boolean isPackage) implements Serializable {
    ModulePath {
        segments = List.copyOf(segments);
    }

    /** Returns the name of the module in a file, {@code /} being the separator. */
    static ModulePath of(String path) {
        List<String> segments = new ArrayList<>();
        for (String part : path.replace('\\', '/').split("/")) {
            if (part.equals("..")) {
                segments.clear();
            } else if (!part.isEmpty() && !part.equals(".")) {
                segments.add(part);
            }
        }
        if (segments.isEmpty()) {
            return new ModulePath(segments, false);
        }
        String file = segments.remove(segments.size() - 1);
        int dot = file.lastIndexOf('.');
        String stem = dot < 0 ? file : file.substring(0, dot);
        boolean isPackage = stem.equals("__init__");
        if (!isPackage) {
            segments.add(stem);
        }
        return new ModulePath(segments, isPackage);
    }

    /** Returns the last segment, the name that the module has in its package. */
    String last() {
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }

    /** Returns whether an absolute dotted name may mean this module. */
    boolean mayBe(String dotted) {
        if (segments.isEmpty()) {
            return mayBe(parts(dotted));
        }
        int end = dotted.length();
        for (int i = segments.size() - 1; i >= 0; i--) {
            String segment = segments.get(i);
            int start = end - segment.length();
            if (!dotted.startsWith(segment, start)) {
                return false;
            }
            if (start == 0) {
                return true;
            }
            if (dotted.charAt(start - 1) != '.') {
                return false;
            }
            end = start - 1;
        }
        return true;
    }

    /** Returns whether a dotted name has all segments of this module and no others. */
    boolean is(String dotted) {
        int length = segments.size() - 1;
        for (String segment : segments) {
            length += segment.length();
        }
        return segments.isEmpty() ? dotted.isEmpty() : dotted.length() == length && mayBe(dotted);
    }

    /** Returns the parts of a dotted name. */
    static List<String> parts(String dotted) {
        return Arrays.asList(dotted.split("\\."));
    }

    boolean mayBe(List<String> name) {
        if (name.isEmpty() || segments.isEmpty()) {
            return name.isEmpty() == segments.isEmpty();
        }
        int common = Math.min(name.size(), segments.size());
        return name.subList(name.size() - common, name.size())
                .equals(segments.subList(segments.size() - common, segments.size()));
    }

    /** Returns whether an absolute dotted name may mean a package around this module, or a package's own name. */
    boolean mayBeInside(String dotted) {
        for (int size = segments.size() - 1; size > 0; size--) {
            if (new ModulePath(segments.subList(0, size), true).mayBe(dotted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the name that an import statement of this module means.
     *
     * @param level the dots before the name; 0 for an absolute import, whose name is returned as it is
     * @param dotted the name after the dots, empty if there is none
     */
    String imported(int level, String dotted) {
        if (level == 0) {
            return dotted;
        }
        int keep = segments.size() - (isPackage ? level - 1 : level);
        List<String> absolute = new ArrayList<>(segments.subList(0, Math.max(keep, 0)));
        if (!dotted.isEmpty()) {
            absolute.addAll(parts(dotted));
        }
        return String.join(".", absolute);
    }
}
