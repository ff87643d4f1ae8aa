package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.Access.Role;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Expression;
import java.util.Objects;

/** Says of which driver an object is, by the light types of the engine. */
final class Receivers {
    private final Semantics semantics;
    private final Types types;
    private final Constants constants;

    Receivers(Semantics semantics, Types types, Constants constants) {
        this.semantics = semantics;
        this.types = types;
        this.constants = constants;
    }

    /** Returns what an expression is. */
    Access of(Expression expression) {
        Resolution type = types.typeOf(expression);
        Access found = null;
        for (String name : type.names()) {
            Access access = ofType(name);
            if (access == null || found != null && !Objects.equals(found, access)) {
                return Access.UNKNOWN;
            }
            found = access;
        }
        if (found == null) {
            return Access.UNKNOWN;
        }
        return found.role() == Role.ENGINE
                ? new Access(SqlAlchemy.driver(type.evidence(), semantics, constants), Role.ENGINE)
                : found;
    }

    private Access ofType(String type) {
        for (String each : types.withBases(type)) {
            Access access = DriverTypes.access(each);
            if (access != null) {
                return access;
            }
        }
        return null;
    }
}
