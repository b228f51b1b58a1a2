package org.mswada.importing.uscongress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a data file, unpacked if its first bytes are those of gzip (RFC 1952, section 2.3.1). */
final class DataFile {
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_TRAILER_BYTES = 8;

    private DataFile() {}

    static InputStream open(Path file) throws IOException {
        PushbackInputStream packed = new PushbackInputStream(Files.newInputStream(file), GZIP_MAGIC.length);
        try {
            byte[] start = packed.readNBytes(GZIP_MAGIC.length);
            packed.unread(start);
            return Arrays.equals(start, GZIP_MAGIC) ? new WholeGzip(packed) : packed;
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    /** Says what is wrong with a file that cannot be read, or not to its end, and what to do. */
    static String trouble(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no file " + file + "; check its path";
            case AccessDeniedException _ -> file + " may not be read by this user; give it the right to read";
            case EOFException _ -> file + " ends in the middle of its gzip data" + onlyWholeLines();
            case ZipException _ -> file + " holds corrupt gzip data (" + e.getMessage() + ")" + onlyWholeLines();
            case CharacterCodingException _ -> file + " is not valid UTF-8" + onlyWholeLines();
            default ->
                file + " cannot be read (" + e.getMessage() + "); check that it is a file and that its disk is well";
        };
    }

    private static String onlyWholeLines() {
        return ", so only the whole lines before this one were read; get the file again and import it";
    }

    /** A gzip stream that does not, as its parent does, take what follows the last whole member for its end. */
    private static final class WholeGzip extends GZIPInputStream {
        WholeGzip(InputStream packed) throws IOException {
            super(packed, BUFFER_BYTES);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count < 0 && (inf.getRemaining() > GZIP_TRAILER_BYTES || in.read() >= 0)) {
                throw new ZipException("bytes that are not gzip follow the gzip data");
            }
            return count;
        }
    }
}
