package dev.codemod.ast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes floats as Python's {@code repr}: the shortest decimal that reads back as the same number, in exponent notation
 * below 1e-4 and from 1e16 on.
 */
final class FloatRepr {
    private FloatRepr() {}

    /** Returns the {@code repr} of a float that is not negative. */
    static String of(double value) {
        return text(value, ".0");
    }

    /** Returns the number of an imaginary literal as {@code repr} shows it, without the j: {@code 1.0} is 1. */
    static String ofImaginary(double value) {
        return text(value, "");
    }

    private static String text(double value, String wholeSuffix) {
        if (Double.isInfinite(value)) {
            return "inf";
        }
        if (value == 0) {
            return "0" + wholeSuffix;
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        // value = 0.digits * 10 ** point
        int point = digits.length() - shortest.scale();
        if (point <= -4 || point > 16) {
            return exponential(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length()) + wholeSuffix;
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    /**
     * Tries ever longer roundings, because {@link Double#toString} of JDK 17 does not always find the shortest decimal
     * (JDK-4511638). Below a power of two the floats are denser than above it, so there the decimal above may do where
     * the nearest one does not.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < 17; precision++) {
            BigDecimal nearest = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return nearest.stripTrailingZeros();
            }
            BigDecimal above = exact.round(new MathContext(precision, RoundingMode.CEILING));
            if (above.doubleValue() == value) {
                return above.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String exponential(String digits, int exponent) {
        StringBuilder text = new StringBuilder(24).append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        return text.append(Math.abs(exponent)).toString();
    }
}
