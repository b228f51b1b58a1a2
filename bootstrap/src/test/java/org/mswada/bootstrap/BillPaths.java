package org.mswada.bootstrap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a client asks for: bills one by one, which takes a transaction each, and a list. */
final class BillPaths {
    private static final String LIST = "/v1/bills?limit=20";

    private BillPaths() {}

    static List<String> of(ServerProcess server) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>(List.of(LIST));
        JsonMapper.shared().readTree(server.get(server.publicUrl() + LIST).body()).get("items")
                .forEach(item -> paths.add("/v1/bills/" + item.get("id").asString()));
        if (paths.size() == 1) {
            throw new IllegalStateException("there are no bills to ask for, so no transaction would be needed");
        }
        return List.copyOf(paths);
    }
}
