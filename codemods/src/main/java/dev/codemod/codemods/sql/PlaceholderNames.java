package dev.codemod.codemods.sql;

import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names and numbers of the placeholders of a query, those of new ones included. */
final class PlaceholderNames {
    /** The words that Oracle takes for no names; see "Oracle SQL Reserved Words" of its reference. */
    private static final Set<String> RESERVED =
            Set.of(("ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK "
                            + "CLUSTER COLUMN COMMENT COMPRESS CONNECT CREATE CURRENT DATE DECIMAL DEFAULT DELETE DESC DISTINCT "
                            + "DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT "
                            + "INDEX INITIAL INSERT INTEGER INTERSECT INTO IS LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE "
                            + "MODIFY NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OF OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR "
                            + "PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID ROWNUM ROWS SELECT SESSION SET SHARE SIZE SMALLINT START "
                            + "SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO TRIGGER UID UNION UNIQUE UPDATE USER VALIDATE VALUES "
                            + "VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH")
                    .split(" "));

    private final Set<String> names = new HashSet<>();
    private final boolean isOracle;
    private int highestNumber;

    PlaceholderNames(SqlDialect dialect) {
        isOracle = dialect == SqlDialect.ORACLE;
    }

    /** Takes note of a placeholder that is there. */
    void add(String placeholder) {
        String name = placeholder.replaceAll("^[:@$]|^%\\(|\\)s$", "");
        names.add(name);
        if (name.matches("\\d{1,6}")) {
            highestNumber = Math.max(highestNumber, Integer.parseInt(name));
        }
    }

    int highestNumber() {
        return highestNumber;
    }

    /** Returns the number of a new placeholder. */
    String nextNumber() {
        return String.valueOf(++highestNumber);
    }

    /** Returns the name of a new placeholder, made from that of the value. */
    String fresh(Expression value) {
        Expression named = value;
        while (named instanceof Call call
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression argument) {
            named = argument;
        }
        String source = named.sourceText();
        String base = source.substring(source.lastIndexOf('.') + 1);
        if (!base.matches("[A-Za-z_][A-Za-z_0-9]*")) {
            base = "value";
        }
        // Oracle: ORA-01745, invalid host/bind variable name.
        if (isOracle && (RESERVED.contains(base.toUpperCase(Locale.ROOT)) || base.startsWith("_"))) {
            base = base.startsWith("_") ? "p" + base : "p_" + base;
        }
        String name = base;
        for (int i = 2; !names.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }
}
