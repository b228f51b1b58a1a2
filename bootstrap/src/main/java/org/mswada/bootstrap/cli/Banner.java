package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import org.mswada.bootstrap.server.Server;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.storage.StorageException;

/** Tells a person that the server is ready, where it is, and what to try. */
final class Banner {
    private Banner() {}

    static void print(Server server, PrintWriter talk) {
        String api = "http://localhost:" + server.publicPort();
        String admin = "http://localhost:" + server.adminPort();
        talk.println("""
                Mswada is ready.
                  API     %s/v1/bills (description: %s/openapi.yaml)
                  probes  %s/livez %s/readyz
                Try:
                  curl -s %s
                Stop with Ctrl-C.""".formatted(api, api, admin, admin, api + example(server)));
        talk.flush();
    }

    private static String example(Server server) {
        try {
            return server.listBills().page(BillFilter.ALL, BillSort.INTRODUCED, null, 1).items().stream().findFirst()
                    .map(bill -> path(bill.key())).orElse("/v1/bills");
        } catch (StorageException databaseIsAway) {
            // The server is up and says by /readyz what is missing; an example is no reason to give up.
            return "/v1/bills";
        }
    }

    private static String path(BillKey key) {
        return "/v1/bills/" + key.jurisdiction().value() + "/" + key.session().value() + "/"
                + key.identifier().normalized();
    }
}
