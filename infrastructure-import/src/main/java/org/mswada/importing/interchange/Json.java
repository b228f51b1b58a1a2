package org.mswada.importing.interchange;

import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259). */
sealed interface Json {
    /** What it is, with its article, for a message. */
    String kind();

    /** A string. */
    record Text(String value) implements Json {
        @Override
        public String kind() {
            return "text";
        }
    }

    /** A number, as it is written. */
    record Numeral(String written) implements Json {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Json {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    /** Null. */
    record Null() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** An array. */
    record Array(List<Json> items) implements Json {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** An object, its members in the order of the text. */
    record Members(Map<String, Json> byName) implements Json {
        @Override
        public String kind() {
            return "an object";
        }
    }
}
