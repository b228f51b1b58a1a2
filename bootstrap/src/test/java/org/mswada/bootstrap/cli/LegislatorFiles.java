package org.mswada.bootstrap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Made-up members of Congress, in files as the public project publishes them. */
final class LegislatorFiles {
    static final String CSV_HEADER = "last_name,first_name,type,state,district,party,bioguide_id";

    private LegislatorFiles() {}

    /** Returns a member of one term in JSON, written without spaces. */
    static String member(String bioguide, String first, String last) {
        return """
                {"id":{"bioguide":"%s"},"name":{"first":"%s","last":"%s"},"terms":[{"type":"rep","start":"2001-01-03",\
                "end":"2003-01-03","state":"NY","district":14,"party":"Whig"}]}""".formatted(bioguide, first, last);
    }

    /** Writes a list with a member on each line. */
    static Path json(Path file, List<String> members) throws IOException {
        return Files.writeString(file, members.stream().collect(Collectors.joining(",\n", "[", "]\n")));
    }

    /** Writes members {@code M00001} and so on, each on a line below the header. */
    static Path csv(Path file, int members) throws IOException {
        return Files.write(file, Stream.concat(Stream.of(CSV_HEADER), IntStream.rangeClosed(1, members)
                .mapToObj(number -> "Last%d,First%d,rep,NY,%d,Whig,M%05d".formatted(number, number, number, number)))
                .toList());
    }
}
