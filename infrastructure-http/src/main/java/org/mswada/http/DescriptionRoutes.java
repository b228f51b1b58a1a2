package org.mswada.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** What the API says of itself: its OpenAPI file and its problem types. */
final class DescriptionRoutes {
    private static final String FILE = "openapi.yaml";

    private DescriptionRoutes() {}

    static List<Route> routes() {
        // The media type of RFC 9512.
        Reply openApi = Reply.bytes("application/yaml", read());
        return List.of(new Route("/" + FILE, none -> openApi),
                new Route("/problems/{name}", DescriptionRoutes::problemType));
    }

    private static Reply problemType(Parameters parameters) {
        String name = parameters.path("name");
        return Reply.json(ProblemType.named(name).map(ProblemTypeView::of).orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no problem type '" + name + "'.")));
    }

    private static byte[] read() {
        try (InputStream file = DescriptionRoutes.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the program: it was built wrongly");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE + " of the program; install it again", unreadable);
        }
    }

    /** A kind of problem; the schema {@code ProblemType} of the OpenAPI file describes it. */
    private record ProblemTypeView(String type, String title, int status, String meaning, String action) {
        static ProblemTypeView of(ProblemType type) {
            return new ProblemTypeView(type.uri(), type.title(), type.status(), type.meaning(), type.action());
        }
    }
}
