package org.mswada.support.testdatabase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * An authority of its own and certificates that it signs, to be thrown away with their folder: files for a server's
 * {@code ssl_*} settings and for a client's. Made by the JDK's keytool. For one thread.
 */
public final class TlsCertificates {
    private static final String STORE_PASSWORD = "of-no-secret";
    private static final String AUTHORITY = "authority";
    /** One that the JDK can name in a file; what it can read is more. */
    private static final String ENCRYPTION = "PBEWithSHA1AndDESede";

    private final Path folder;
    private final Path store;

    private TlsCertificates(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("keys");
    }

    /** Makes the authority in this folder, which must be there. */
    public static TlsCertificates in(Path folder) throws IOException, GeneralSecurityException {
        TlsCertificates certificates = new TlsCertificates(folder);
        certificates.generate(AUTHORITY, "Authority of a test", "bc:critical=ca:true", List.of());
        certificates.pem(certificates.authority(), "CERTIFICATE", certificates.certificateOf(AUTHORITY));
        return certificates;
    }

    /** Returns the file with the authority's own certificate, in PEM. */
    public Path authority() {
        return folder.resolve("authority.crt");
    }

    /**
     * Signs a certificate.
     *
     * @param name of its files
     * @param commonName of its subject: for a client its role
     * @param host the only DNS name that it is for
     */
    public Signed sign(String name, String commonName, String host) throws IOException, GeneralSecurityException {
        generate(name, commonName, "san=dns:" + host, List.of("-signer", AUTHORITY));
        Key key = keys().getKey(name, STORE_PASSWORD.toCharArray());
        Signed signed = new Signed(folder.resolve(name + ".crt"), folder.resolve(name + ".key"),
                folder.resolve(name + ".pk8"), key);
        pem(signed.certificate(), "CERTIFICATE", certificateOf(name));
        pem(signed.pemKey(), "PRIVATE KEY", key.getEncoded());
        write(signed.derKey(), key.getEncoded());
        return signed;
    }

    private void generate(String name, String commonName, String extension, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name,
                "-keyalg", "EC", "-dname", "CN=" + commonName, "-ext", extension, "-storetype", "PKCS12",
                "-storepass", STORE_PASSWORD, "-keystore", store.toString()));
        command.addAll(more);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool made no certificate for " + commonName + ": " + output);
        }
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, STORE_PASSWORD.toCharArray());
        }
        return keys;
    }

    private byte[] certificateOf(String name) throws IOException, GeneralSecurityException {
        return keys().getCertificate(name).getEncoded();
    }

    private void pem(Path file, String type, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
        write(file, ("-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** PostgreSQL takes no key that others may read. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /**
     * A certificate and its private key.
     *
     * @param certificate in PEM
     * @param pemKey PKCS-8 in PEM, as the server takes it
     * @param derKey PKCS-8 in DER, as the JDBC driver takes it
     * @param key the same in memory
     */
    public record Signed(Path certificate, Path pemKey, Path derKey, Key key) {
        /** Returns a file beside with the key encrypted by this password, in PKCS-8 (DER). */
        public Path encryptedKey(String password) throws IOException, GeneralSecurityException {
            SecretKey secret = SecretKeyFactory.getInstance(ENCRYPTION)
                    .generateSecret(new PBEKeySpec(password.toCharArray()));
            Cipher cipher = Cipher.getInstance(ENCRYPTION);
            cipher.init(Cipher.ENCRYPT_MODE, secret);
            Path file = derKey.resolveSibling("encrypted-" + derKey.getFileName());
            write(file, new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(key.getEncoded()))
                    .getEncoded());
            return file;
        }
    }
}
