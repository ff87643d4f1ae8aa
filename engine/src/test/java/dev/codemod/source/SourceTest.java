package dev.codemod.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void linesCountFromOneAndEndWithAnyTerminator() {
        Source source = Source.of("a\nb\r\nc\rd");
        assertThat(source.lineCount()).isEqualTo(4);
        assertThat(source.line(0)).isEqualTo(1);
        assertThat(source.line(1)).isEqualTo(1);
        assertThat(source.line(2)).isEqualTo(2);
        assertThat(source.line(4)).isEqualTo(2);
        assertThat(source.line(5)).isEqualTo(3);
        assertThat(source.line(7)).isEqualTo(4);
        assertThat(source.line(8)).isEqualTo(4);
        assertThat(source.lineStart(3)).isEqualTo(5);
    }

    @Test
    void aFinalLineEndBeginsAnEmptyLine() {
        assertThat(Source.of("a\n").lineCount()).isEqualTo(2);
        assertThat(Source.of("").lineCount()).isEqualTo(1);
        assertThat(Source.of("").line(0)).isEqualTo(1);
    }

    @Test
    void columnsComeInThreeUnits() {
        Source source = Source.of("x\n\u00E9\uD835\uDC65 = 1");
        int equals = source.length() - 3;
        assertThat(source.column(equals)).isEqualTo(7);
        assertThat(source.utf8Column(equals)).isEqualTo(7);
        assertThat(source.codePointColumn(equals)).isEqualTo(3);
    }

    @Test
    void utf8ColumnsDoNotDependOnTheFilesCharset() {
        byte[] bytes = "# coding: latin-1\n'\u00E9' + b".getBytes(StandardCharsets.ISO_8859_1);
        Source source = Source.of("f.py", bytes);
        int plus = bytes.length - 3;
        assertThat(source.column(plus)).isEqualTo(4);
        assertThat(source.utf8Column(plus)).isEqualTo(5);
        assertThat(source.codePointColumn(plus)).isEqualTo(4);
    }

    @Test
    void theByteOrderMarkIsNoColumn() {
        Source source = Source.of("f.py", "\uFEFFab\nc".getBytes(StandardCharsets.UTF_8));
        assertThat(source.textStart()).isEqualTo(3);
        assertThat(source.column(4)).isEqualTo(1);
        assertThat(source.utf8Column(4)).isEqualTo(1);
        assertThat(source.column(0)).isZero();
        assertThat(source.line(6)).isEqualTo(2);
        assertThat(source.column(6)).isZero();
        assertThat(source.encoding().bom()).isTrue();
    }

    @Test
    void textIsDecoded() {
        Source source = Source.of("f.py", "# coding: koi8-r\n\u0434\u0430".getBytes(Charset.forName("KOI8-R")));
        assertThat(source.text(17, 19)).isEqualTo("\u0434\u0430");
        assertThat(Source.of("\u00E9a").text(0, 2)).isEqualTo("\u00E9");
    }

    @Test
    void bytesAreExact() {
        byte[] bytes = {(byte) 0xFF, 0, '\r', 'a'};
        Source source = Source.of("f.py", bytes);
        assertThat(source.bytes()).isEqualTo(bytes);
        assertThat(source.fileBytes()).isSameAs(source.bytes());
    }
}
