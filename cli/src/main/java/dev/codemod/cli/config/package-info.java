/** The configuration of a project: {@code [tool.codemod]} of {@code pyproject.toml}, or {@code codemod.yaml}. */
package dev.codemod.cli.config;
