package dev.codemod.codemods.sql;

/** What the drivers have for names of the database that a program computes. */
final class NameQuoting {
    private NameQuoting() {}

    /** Returns what quotes a name of the database in programs of this driver; the empty text if there is nothing. */
    static String of(Driver driver) {
        switch (driver) {
            case PSYCOPG2:
            case AIOPG:
                return "psycopg2.sql.Identifier";
            case PSYCOPG:
                return "psycopg.sql.Identifier";
            case DJANGO:
                return "connection.ops.quote_name";
            case SQLALCHEMY:
            case DATABASES:
                return "sqlalchemy.sql.quoted_name with a table or column of Core";
            case PG8000:
                return "pg8000.native.identifier";
            case SNOWFLAKE:
                return "IDENTIFIER(%s)";
            case CLICKHOUSE:
            case CLICKHOUSE_DBAPI:
                return "a parameter {name:Identifier} of the server";
            default:
                return "";
        }
    }
}
