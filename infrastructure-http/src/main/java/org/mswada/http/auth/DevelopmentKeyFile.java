package org.mswada.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/** The private key for development tokens: a JSON Web Key that only its owner may read. */
final class DevelopmentKeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> FILE_RIGHTS = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final FileAttribute<?> FOLDER_RIGHTS = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final Path file;

    DevelopmentKeyFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("development-key.json");
    }

    /** Reads the key, or makes it. */
    ECKey read() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new DevelopmentKeyUnusable(file, "can be read by others, who could sign as anybody. "
                        + "Remove it, and a new one is made.", null);
            }
            return parse(Files.readString(file));
        } catch (IOException | UnsupportedOperationException failed) {
            throw new DevelopmentKeyUnusable(file, "can neither be read nor made (" + failed
                    + "). Set MSWADA_DATA_DIR to a folder that you own.", failed);
        }
    }

    /** Its words would quote the key, so the parser's are left out. */
    private ECKey parse(String text) {
        try {
            ECKey key = ECKey.parse(text);
            if (key.isPrivate() && Curve.P_256.equals(key.getCurve())) {
                return key;
            }
        } catch (ParseException | IllegalArgumentException garbled) {
            throw garbled();
        }
        throw garbled();
    }

    private DevelopmentKeyUnusable garbled() {
        return new DevelopmentKeyUnusable(file, "is no private EC key. Remove it, and a new one is made.", null);
    }

    /** Two that make one at the same time end with the same: a link is made by one of them only, and never half a file. */
    private void make() throws IOException {
        Files.createDirectories(folder, FOLDER_RIGHTS);
        Path draft = Files.createTempFile(folder, "key", ".draft", FILE_RIGHTS);
        try {
            Files.writeString(draft, newKey().toJSONString());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }
}
