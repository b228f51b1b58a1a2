package org.mswada.importing.lines;

import org.mswada.application.importing.ImportedRecord;

/** What a line says. */
public sealed interface LineContent {
    /** It says this. */
    record Says(ImportedRecord record) implements LineContent {}

    /** It is in order and says nothing that is to be stored. */
    record SaysNothing() implements LineContent {}

    /** It is wrong, for this reason, which may be long. */
    record Wrong(String reason) implements LineContent {}

    /** It is wrong in a way that makes the rest of its file useless. */
    record WrongFile(String reason, String remedy) implements LineContent {}
}
