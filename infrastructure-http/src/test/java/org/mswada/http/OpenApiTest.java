package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.ListBills;
import org.mswada.application.bill.LookUpBill;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.http.bill.BillRoutes;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Route;
import org.mswada.http.sponsor.SponsorRoutes;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the server to its OpenAPI file and the file to the server. */
final class OpenApiTest {
    private static final TestServer SERVER = TestServer.start();
    private static final JsonNode FILE = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build().readTree(SERVER.get("/openapi.yaml").body());

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static List<Route> routes() {
        InMemoryUnits units = new InMemoryUnits(() -> {});
        InMemoryBills bills = new InMemoryBills(List.of());
        return HttpServer.apiRoutes(
                new BillRoutes(new GetBill(units, bills), new LookUpBill(units, bills), new ListBills(units, bills)),
                new SponsorRoutes(new GetSponsor(units, new InMemorySponsors(List.of()))));
    }

    @Test
    void the_file_is_served_as_yaml() {
        assertThat(SERVER.get("/openapi.yaml").headers().firstValue("content-type")).contains("application/yaml");
        assertThat(FILE.get("openapi").asString()).startsWith("3.1.");
    }

    @Test
    void every_route_is_an_operation_and_every_operation_a_route() {
        Set<String> operations = new TreeSet<>();
        FILE.get("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> operations.add(method + " " + path.getKey())));

        assertThat(routes().stream().map(route -> "get " + route.path()))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void every_operation_has_its_own_name() {
        List<String> names = FILE.get("paths").valueStream().map(path -> path.get("get").get("operationId").asString())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void every_parameter_is_described_and_every_described_one_is_taken() {
        for (Route route : routes()) {
            JsonNode parameters = FILE.get("paths").get(route.path()).get("get").path("parameters");
            assertThat(described(parameters, "query")).as(route.path()).containsExactlyInAnyOrderElementsOf(
                    route.queryParameters().stream().map(QueryParameter::name).toList());
            assertThat(described(parameters, "path").stream().map(name -> "{" + name + "}")).as(route.path())
                    .containsExactlyElementsOf(Stream.of(route.path().split("/")).filter(part -> part.startsWith("{"))
                            .toList());
        }
    }

    @Test
    void every_operation_on_data_takes_a_consistency_token_and_may_answer_one() {
        FILE.get("paths").properties().stream().filter(path -> path.getKey().startsWith("/v1/")).forEach(path -> {
            JsonNode operation = path.getValue().get("get");
            assertThat(described(operation.path("parameters"), "header")).as(path.getKey())
                    .containsExactly(ConsistencyHeader.NAME);
            assertThat(operation.get("responses").valueStream().map(OpenApiTest::resolved)).as(path.getKey())
                    .allMatch(response -> response.get("headers").has(ConsistencyHeader.NAME));
        });
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? FILE.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static List<String> described(JsonNode parameters, String in) {
        return parameters.valueStream().map(OpenApiTest::resolved)
                .filter(parameter -> parameter.get("in").asString().equals(in))
                .map(parameter -> parameter.get("name").asString()).toList();
    }

    @Test
    void constants_and_limits_are_those_of_the_domain() {
        JsonNode schemas = FILE.get("components").get("schemas");
        assertThat(texts(schemas.get("BillStatus").get("enum"))).isEqualTo(names(BillStatus.values()));
        assertThat(texts(schemas.get("Chamber").get("enum"))).isEqualTo(names(Chamber.values()));
        assertThat(texts(schemas.get("BillClassification").get("enum"))).isEqualTo(names(BillClassification.values()));
        assertThat(texts(schemas.get("SponsorshipRole").get("enum"))).isEqualTo(names(SponsorshipRole.values()));
        assertThat(texts(schemas.get("SponsorEntityType").get("enum"))).isEqualTo(names(SponsorEntityType.values()));
        JsonNode limit = FILE.get("paths").get("/v1/bills").get("get").get("parameters").valueStream()
                .map(OpenApiTest::resolved)
                .filter(parameter -> parameter.get("name").asString().equals("limit")).findFirst().orElseThrow();
        assertThat(limit.get("schema").get("maximum").asInt()).isEqualTo(BillPage.MAXIMUM_LIMIT);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    }

    @ParameterizedTest
    @CsvSource({"/v1/bills/01890a5d-ac96-774b-bcce-000000000001,Bill", "/v1/bills/us/113/S2,Bill", "/v1/bills,BillList",
            "/v1/bills?limit=1,BillList", "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009001,Sponsor",
            "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009002,Sponsor", "/problems/not-found,ProblemType",
            "/v1/bills?limit=x,Problem", "/nowhere,Problem"})
    void a_body_has_the_names_and_types_of_its_schema(String path, String schema) {
        new SchemaCheck(FILE).check(TestServer.JSON.readTree(SERVER.get(path).body()), schema, path);
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_is_used() {
        Set<String> references = new HashSet<>(FILE.findValuesAsString("$ref"));
        for (String reference : references) {
            assertThat(FILE.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
        assertThat(FILE.get("components").get("schemas").propertyNames().stream()
                .map(name -> "#/components/schemas/" + name).collect(Collectors.toSet())).isSubsetOf(references);
    }
}
