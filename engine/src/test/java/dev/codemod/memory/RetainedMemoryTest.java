package dev.codemod.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.jython.JythonLib;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetainedMemoryTest {
    /** Whatever else the tests leave behind is small beside the trees, of some 60 MB. */
    @Test
    void sourceTokensAndTreeTakeAtMostNineBytesForEachByteOfSource() {
        Collection<byte[]> files = JythonLib.files().values();
        long size = files.stream().mapToLong(file -> file.length).sum();
        parse(files);
        long before = usedHeap();
        List<Module> trees = parse(files);
        double retained = (usedHeap() - before) / (double) size;
        assertThat(trees).hasSameSizeAs(files);
        assertThat(retained).isBetween(5.0, 9.0);
    }

    /** Returns the trees of copies of the files, so that their bytes count as well. */
    private static List<Module> parse(Collection<byte[]> files) {
        List<Module> trees = new ArrayList<>();
        for (byte[] file : files) {
            trees.add(Parser.parse(Source.of("file", file.clone()), LanguageLevel.PY27)
                    .module());
        }
        return trees;
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
