package dev.codemod.codemods.singleton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Config, config",
        "PhoneBook, phone_book",
        "HTTPClient, http_client",
        "SimpleHTTPServer, simple_http_server",
        "Vector2D, vector2_d",
        "DB, db",
        "_Registry, _registry",
        "Already_Split, already_split",
        "lower, lower"
    })
    void variablesAreSpelledAsPep8Says(String className, String variable) {
        assertThat(InstanceNames.snakeCase(className)).isEqualTo(variable);
    }
}
