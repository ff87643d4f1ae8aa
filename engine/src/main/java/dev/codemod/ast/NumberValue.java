package dev.codemod.ast;

import static java.util.Objects.requireNonNull;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Node;
import dev.codemod.tree.NumberConstant;
import java.math.BigInteger;

/** The number that a literal means: an integer of any size, a float, or an imaginary number. */
public final class NumberValue {
    private static final BigInteger MAX_INT = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MIN_INT = BigInteger.valueOf(Long.MIN_VALUE);

    /** The kinds of numbers. */
    public enum Kind {
        INTEGER,
        /** An integer written with an {@code L}, Python 2 only. */
        LONG,
        FLOAT,
        IMAGINARY
    }

    private final Kind kind;
    private final BigInteger integer;
    private final double real;

    private NumberValue(Kind kind, BigInteger integer, double real) {
        this.kind = kind;
        this.integer = integer;
        this.real = real;
    }

    /** Returns the value of a literal at the language level that it was parsed at. */
    public static NumberValue of(NumberConstant literal) {
        requireNonNull(literal, "literal is null");
        Node node = literal.original();
        Source source = node.parsed().source();
        return parse(
                source.text(node.startOffset(), node.endOffset()), node.parsed().level());
    }

    /** Returns the value of {@code text}, which is a number token at {@code level}. */
    static NumberValue parse(String text, LanguageLevel level) {
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        int last = digits.length() - 1;
        char suffix = digits.charAt(last);
        if (suffix == 'j' || suffix == 'J') {
            return new NumberValue(Kind.IMAGINARY, null, Double.parseDouble(digits.substring(0, last)));
        }
        if (suffix == 'l' || suffix == 'L') {
            return new NumberValue(Kind.LONG, integer(digits.substring(0, last), level), 0);
        }
        BigInteger integer = integer(digits, level);
        return integer != null
                ? new NumberValue(Kind.INTEGER, integer, 0)
                : new NumberValue(Kind.FLOAT, null, Double.parseDouble(digits));
    }

    /** Returns the value of digits in any base, or null if they are no integer. */
    private static BigInteger integer(String digits, LanguageLevel level) {
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            switch (digits.charAt(1)) {
                case 'x':
                case 'X':
                    return new BigInteger(digits.substring(2), 16);
                case 'o':
                case 'O':
                    return new BigInteger(digits.substring(2), 8);
                case 'b':
                case 'B':
                    return new BigInteger(digits.substring(2), 2);
                default:
                    break;
            }
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return null;
            }
        }
        boolean octal = level.isPython2() && digits.charAt(0) == '0';
        return new BigInteger(digits, octal ? 8 : 10);
    }

    /** Returns the kind. */
    public Kind kind() {
        return kind;
    }

    /** Returns the value of an integer, or null if it is none. */
    public BigInteger integer() {
        return integer;
    }

    /** Returns the value of a float or the factor of an imaginary number; 0 for an integer. */
    public double real() {
        return real;
    }

    /** Returns what {@code repr} of CPython 3.13 shows. */
    public String repr() {
        switch (kind) {
            case FLOAT:
                return FloatRepr.of(real);
            case IMAGINARY:
                return FloatRepr.ofImaginary(real) + "j";
            default:
                return integer.toString();
        }
    }

    /**
     * Returns what {@code repr} of CPython 2.7 shows on a 64-bit machine.
     *
     * @param negative whether to show the negative of the number
     */
    String repr2(boolean negative) {
        if (integer != null) {
            BigInteger value = negative ? integer.negate() : integer;
            boolean isLong = kind == Kind.LONG || value.compareTo(MAX_INT) > 0 || value.compareTo(MIN_INT) < 0;
            return isLong ? value + "L" : value.toString();
        }
        return negative ? "-" + repr() : repr();
    }
}
