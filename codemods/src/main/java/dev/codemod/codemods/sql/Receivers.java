package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemods.sql.Access.Role;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import java.util.Objects;

/** Says of which driver an object is, by the light types of the engine. */
final class Receivers {
    private final Semantics semantics;
    private final Types types;
    private final Constants constants;
    private final Functions functions;
    private final HelperFacts helpers;
    private final String path;

    Receivers(FileContext file, Types types, Constants constants, HelperFacts helpers) {
        this.semantics = file.semantics();
        this.types = types;
        this.constants = constants;
        this.functions = new Functions(semantics);
        this.helpers = helpers;
        this.path = file.path();
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

    /** Returns whether a class of the file or the project, derived from one of a driver, has a method of its own. */
    boolean isOverridden(Expression receiver, String method) {
        for (String name : types.typeOf(receiver).names()) {
            for (String each : types.withBases(name)) {
                if (DriverTypes.access(each) != null) {
                    break;
                }
                if (defines(each, method)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean defines(String type, String method) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        for (ClassDef definition : semantics.module().findAll(ClassDef.class)) {
            if (definition.name().is(simple) && functions.member(definition, method) != null) {
                return true;
            }
        }
        return helpers.isMethod(path, type + "()." + method);
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
