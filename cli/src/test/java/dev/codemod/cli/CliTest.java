package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpListsCommandsAndExitCodes(String word) {
        CliRun run = CliRun.in(folder, word);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        Usage: codemod COMMAND [OPTION...] [PATH...]

                        Rewrites Python source to better Python source and touches nothing else.

                        Commands:
                          apply    rewrite files, or show what would change
                          run      rewrite what matches a pattern, or show what would change
                          list     list the codemods and recipes
                          show     print the page of one codemod
                          explain  tell why a line is, or is not, rewritten
                          parse    parse and print back: prove that nothing is lost, report syntax
                                   errors
                          tree     show the tree of files, their tokens, or what CPython's ast.dump
                                   shows
                          test     run before/after cases and the tests of recipes

                        Options:
                          -h, --help     show this help
                          -V, --version  print the version

                        The result goes to standard output, everything else to standard error.
                        `codemod COMMAND --help` shows the options of a command.

                        Exit codes:
                          0    done
                          1    --check was given and something would change
                          2    wrong usage or configuration
                          3    done, but some files could not be processed
                          4    fixture tests failed
                          5    refused: the git tree has uncommitted changes
                          6    a safety check failed; the edits of that file were withdrawn
                          130  interrupted
                        """);
    }

    @Test
    void helpOfApplyShowsItsOptions() {
        CliRun run = CliRun.in(folder, "apply", "--help");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(CliRun.in(folder, "help", "apply").out()).isEqualTo(run.out());
        assertThat(run.out()).startsWith("""
                        Usage: codemod apply [OPTION...] [PATH...]

                        Rewrite files, or show what would change.

                        Options:
                              --dry-run           write nothing and print a unified diff
                              --check             write nothing and exit with 1 if anything would change
                              --diff-out FILE     write the unified diff to FILE
                              --format FORMAT     text: diffs on standard output, findings on standard
                                                  error (default); json, jsonl or sarif: all on standard
                                                  output
                          -c, --codemod ID[,ID]   apply only these codemods, in this order; may be
                                                  repeated; a recipe of your own is named by its file, a
                                                  folder stands for its recipes; default: all but
                                                  recipes
                          -P NAME=VALUE           set an option of a codemod, as `codemod show ID`
                                                  describes; may be repeated
                              --unsafe            make also the rewrites that a person must look at
                              --no-unsafe         do not make them although the configuration says so
                              --allow-dirty       write into a git tree that has uncommitted changes
                              --python-version V  read all files as Python V, for example 2.7 or 3.12;
                                                  default: found out for each file
                              --exclude GLOB      leave out files and folders that match, in the syntax
                                                  of .gitignore; may be repeated
                              --no-ignore         take also what .gitignore names, and folders such as
                                                  .venv and node_modules
                          -j, --jobs N            work with N threads; default: one for each processor
                              --config FILE       read this configuration; default: the codemod.yaml, or
                                                  pyproject.toml with [tool.codemod], that is nearest
                                                  above the paths
                              --no-config         read no configuration
                          -h, --help              show this help

                        Exit codes:
                        """);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        CliRun run = CliRun.in(folder, "--version");
        assertThat(run.out()).matches("codemod \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void withoutACommandTheHelpIsShownAsAnError() {
        CliRun run = CliRun.in(folder);
        assertThat(run.out()).startsWith("Usage:");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aply | unknown command aply; did you mean apply?",
                "bulk | unknown command bulk",
                "--dry-run apply | unknown option --dry-run before the command",
                "--halp | unknown option --halp before the command; did you mean --help?",
                "apply --dryrun | unknown option --dryrun of apply; did you mean --dry-run?",
                "apply --dry | unknown option --dry of apply",
                "apply --diff-ot=x | unknown option --diff-ot=x of apply; did you mean --diff-out?",
                "parse --unsafe | unknown option --unsafe of parse",
                "apply --diff-out | option --diff-out needs a value: FILE",
                "apply -j 0 | --jobs needs a number from 1 to 256, not 0",
                "apply --jobs=many | --jobs needs a number from 1 to 256, not many",
                "apply -P x | -P needs NAME=VALUE, not x",
                "parse --python-version 3.99 | unknown Python version 3.99; known are 2.7, 3.0, 3.1, 3.2, 3.3, 3.4, 3.5,"
                        + " 3.6, 3.7, 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14",
                "parse nowhere | no such file or folder: nowhere",
                "apply nowhere | no such file or folder: nowhere",
                "apply -c nothing | unknown codemod nothing; `codemod list` shows all",
                "tree | tree needs at least one path",
                "tree --format xml . | unknown format xml; known are cst, ast and tokens",
                "list all | list takes no arguments; `codemod show ID` shows one codemod",
                "show | show needs the id of one codemod; `codemod list` shows all",
                "show nothing | unknown codemod nothing; `codemod list` shows all",
                "help aply | unknown command aply; did you mean apply?",
            })
    void wrongUsageIsOneLineAndExitCodeTwo(String commandLine, String message) {
        CliRun run = CliRun.in(folder, commandLine.split(" "));
        assertThat(run.err()).isEqualTo("codemod: error: " + message + System.lineSeparator());
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
