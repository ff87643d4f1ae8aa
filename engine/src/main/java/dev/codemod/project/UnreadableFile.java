package dev.codemod.project;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * A file without a tree: it cannot be read or has a syntax error. It may use whatever it mentions.
 *
 * @param path the file, relative to the project's root, with slashes
 * @param words the identifiers and keywords that occur in it, sorted; null if it could not be read
 */
record UnreadableFile(String path, List<String> words) implements Comparable<UnreadableFile>, Serializable {
    UnreadableFile {
        requireNonNull(path, "path is null");
    }

    /** Returns the file with the words of its bytes; {@code bytes} is null if they could not be read. */
    static UnreadableFile of(String path, byte[] bytes) {
        if (bytes == null) {
            return new UnreadableFile(path, null);
        }
        // Letters outside ASCII come out wrong and are no separators; words that contain them are not looked for.
        String text = new String(bytes, StandardCharsets.UTF_8);
        TreeSet<String> words = new TreeSet<>();
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || !Character.isUnicodeIdentifierPart(text.charAt(end))) {
                if (end > start && !Character.isDigit(text.charAt(start))) {
                    words.add(RecentStrings.canonical(text.substring(start, end)));
                }
                start = end + 1;
            }
        }
        return new UnreadableFile(path, List.copyOf(words));
    }

    /** Returns whether the file may use something of a name. */
    boolean mayUse(String identifier) {
        return words == null
                || Collections.binarySearch(words, identifier) >= 0
                || !identifier.chars().allMatch(c -> c < 128);
    }

    /** By path; of one path the file that may use more is greater, as nobody knows better. */
    @Override
    public int compareTo(UnreadableFile other) {
        int order = path.compareTo(other.path);
        if (order != 0 || words == null || other.words == null) {
            return order != 0 ? order : Boolean.compare(words == null, other.words == null);
        }
        order = Integer.compare(words.size(), other.words.size());
        return order != 0 ? order : words.toString().compareTo(other.words.toString());
    }
}
