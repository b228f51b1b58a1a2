package org.mswada.importing.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a data file, unpacked if its first bytes are those of gzip (RFC 1952, section 2.3.1). */
public final class DataFile {
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_TRAILER_BYTES = 8;

    private DataFile() {}

    /** Opens it at its first byte, unpacked. */
    public static InputStream open(Path file) throws IOException {
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
