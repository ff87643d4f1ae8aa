package dev.codemod.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Python's names of character encodings.
 *
 * <p>The names are those of CPython 3.13's {@code encodings.aliases}. Encodings are left out where Java has no charset
 * (utf-7) or where ASCII bytes do not stand for themselves (EBCDIC, cp864), so that they count as unknown.
 */
final class PythonCharsets {
    /** One line for each Java charset and Python's names of it, in lower case with underscores. */
    private static final String NAMES = """
            US-ASCII: 646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 ascii cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii
            ISO-8859-1: 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1 latin_1
            UTF-8: cp65001 u8 utf utf8 utf8_ucs2 utf8_ucs4 utf_8 utf_8_sig
            Big5: big5 big5_tw csbig5 x_mac_trad_chinese
            Big5-HKSCS: big5_hkscs big5hkscs hkscs
            windows-31j: 932 cp932 ms932 ms_kanji mskanji windows_31j
            x-windows-949: 949 cp949 ms949 uhc
            x-windows-950: 950 cp950 ms950
            EUC-JP: euc_jp eucjp u_jis ujis
            EUC-KR: euc_kr euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 x_mac_korean
            GB18030: gb18030 gb18030_2000
            GB2312: chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312 gb2312_1980 gb2312_80 iso_ir_58 x_mac_simp_chinese
            GBK: 936 cp936 gbk ms936
            x-Johab: cp1361 johab ms1361
            ISO-2022-JP: csiso2022jp iso2022_jp iso2022jp iso_2022_jp
            ISO-2022-JP-2: iso2022_jp_2 iso2022jp_2 iso_2022_jp_2
            ISO-2022-KR: csiso2022kr iso2022_kr iso2022kr iso_2022_kr
            Shift_JIS: csshiftjis s_jis shift_jis shiftjis sjis x_mac_japanese
            x-SJIS_0213: s_jis_2004 shift_jis_2004 shiftjis2004 sjis_2004
            KOI8-R: cskoi8r koi8_r
            KOI8-U: koi8_u
            TIS-620: iso_ir_166 tis620 tis_620 tis_620_0 tis_620_2529_0 tis_620_2529_1
            x-windows-874: cp874
            x-iso-8859-11: iso8859_11 iso_8859_11 iso_8859_11_2001 thai
            x-MacCyrillic: mac_cyrillic maccyrillic
            x-MacGreek: mac_greek macgreek
            x-MacIceland: mac_iceland maciceland
            x-MacCentralEurope: mac_centeuro mac_latin2 maccentraleurope maclatin2
            x-MacRoman: mac_roman macintosh macroman
            x-MacTurkish: mac_turkish macturkish
            x-MacCroatian: mac_croatian
            x-MacRomania: mac_romanian
            ISO-8859-2: csisolatin2 iso8859_2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2
            ISO-8859-3: csisolatin3 iso8859_3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3
            ISO-8859-4: csisolatin4 iso8859_4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4
            ISO-8859-5: csisolatincyrillic cyrillic iso8859_5 iso_8859_5 iso_8859_5_1988 iso_ir_144
            ISO-8859-6: arabic asmo_708 csisolatinarabic ecma_114 iso8859_6 iso_8859_6 iso_8859_6_1987 iso_ir_127
            ISO-8859-7: csisolatingreek ecma_118 elot_928 greek greek8 iso8859_7 iso_8859_7 iso_8859_7_1987 iso_ir_126
            ISO-8859-8: csisolatinhebrew hebrew iso8859_8 iso_8859_8 iso_8859_8_1988 iso_ir_138
            ISO-8859-9: csisolatin5 iso8859_9 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5
            ISO-8859-13: iso8859_13 iso_8859_13 l7 latin7
            ISO-8859-15: iso8859_15 iso_8859_15 l9 latin9
            ISO-8859-16: iso8859_16 iso_8859_16 iso_8859_16_2001 iso_ir_226 l10 latin10
            windows-1250: 1250 cp1250 windows_1250
            windows-1251: 1251 cp1251 windows_1251
            windows-1252: 1252 cp1252 windows_1252
            windows-1253: 1253 cp1253 windows_1253
            windows-1254: 1254 cp1254 windows_1254
            windows-1255: 1255 cp1255 windows_1255
            windows-1256: 1256 cp1256 windows_1256
            windows-1257: 1257 cp1257 windows_1257
            windows-1258: 1258 cp1258 windows_1258
            IBM437: 437 cp437 cspc8codepage437 ibm437
            x-IBM737: cp737
            IBM775: 775 cp775 cspc775baltic ibm775
            IBM850: 850 cp850 cspc850multilingual ibm850
            IBM852: 852 cp852 cspcp852 ibm852
            IBM855: 855 cp855 csibm855 ibm855
            x-IBM856: cp856
            IBM857: 857 cp857 csibm857 ibm857
            IBM00858: 858 cp858 csibm858 ibm858
            IBM860: 860 cp860 csibm860 ibm860
            IBM861: 861 cp861 cp_is csibm861 ibm861
            IBM862: 862 cp862 cspc862latinhebrew ibm862
            IBM863: 863 cp863 csibm863 ibm863
            IBM865: 865 cp865 csibm865 ibm865
            IBM866: 866 cp866 csibm866 ibm866
            IBM869: 869 cp869 cp_gr csibm869 ibm869
            """;

    private PythonCharsets() {}

    /** Returns the charset that a PEP 263 comment names, or null if it is unknown to Python or to this JVM. */
    static Charset forName(String cookie) {
        String name = cookie.toLowerCase(Locale.ROOT).replace('-', '_');
        if (name.equals("utf_8") || name.startsWith("utf_8_") || name.equals("utf8")) {
            return StandardCharsets.UTF_8;
        }
        if (isLatin1(name, "latin_1") || isLatin1(name, "iso_8859_1") || isLatin1(name, "iso_latin_1")) {
            return StandardCharsets.ISO_8859_1;
        }
        String javaName = Table.JAVA_NAMES.get(name);
        return javaName != null && Charset.isSupported(javaName) ? Charset.forName(javaName) : null;
    }

    /** CPython takes any suffix of these names, as in Emacs' {@code latin-1-dos}. */
    private static boolean isLatin1(String name, String latin1) {
        return name.equals(latin1) || name.startsWith(latin1 + "_");
    }

    /**
     * Returns whether a byte below 0x80 always stands for the ASCII character, never for the rest of another one, so
     * that text in this charset can be split into tokens as it is.
     */
    static boolean isAsciiTransparent(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                || charset.name().startsWith("EUC-")
                || charset.name().equals("GB2312")
                || charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** Built only for files that need it. */
    private static final class Table {
        private static final Map<String, String> JAVA_NAMES = new HashMap<>();

        static {
            for (String line : NAMES.split("\n")) {
                int colon = line.indexOf(':');
                for (String name : line.substring(colon + 2).split(" ")) {
                    JAVA_NAMES.put(name, line.substring(0, colon));
                }
            }
        }

        private Table() {}
    }
}
