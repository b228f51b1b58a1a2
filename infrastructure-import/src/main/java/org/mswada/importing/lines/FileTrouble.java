package org.mswada.importing.lines;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * What is wrong with a file that cannot be read, or not to its end.
 *
 * @param reason what is wrong
 * @param remedy what to do
 */
public record FileTrouble(String reason, String remedy) {
    /** Says what an exception means. */
    public static FileTrouble of(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> new FileTrouble("there is no file " + file, "check its path");
            case AccessDeniedException _ ->
                new FileTrouble(file + " may not be read by this user", "give it the right to read");
            case EOFException _ -> onlyWholeLines(file + " ends in the middle of its gzip data");
            case ZipException _ -> onlyWholeLines(file + " holds corrupt gzip data (" + e.getMessage() + ")");
            case CharacterCodingException _ -> onlyWholeLines(file + " is not valid UTF-8");
            default -> new FileTrouble(file + " cannot be read (" + e.getMessage() + ")",
                    "check that it is a file and that its disk is well");
        };
    }

    private static FileTrouble onlyWholeLines(String reason) {
        return new FileTrouble(reason + ", so only the whole lines before this one were read",
                "get the file again and import it");
    }
}
