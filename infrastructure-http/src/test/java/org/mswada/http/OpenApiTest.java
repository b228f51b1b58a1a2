package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.application.bill.Include;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.LinkState;
import org.mswada.domain.bill.RelationKind;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.tracking.TrackingFrequency;
import org.mswada.domain.tracking.TrackingStance;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.Role;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Route;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the server to its OpenAPI file and the file to the server. */
final class OpenApiTest {
    private static final TestServer SERVER = TestServer.start();
    private static final JsonNode FILE = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build().readTree(SERVER.get("/openapi.yaml").body());

    private static final String BEARER = "[{\"bearer\":[]}]";
    private static final String BEARER_OR_NOBODY = "[{},{\"bearer\":[]}]";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static List<Route> routes() {
        return new TestApi(new InMemoryUnits(() -> {})).routes().all();
    }

    private static String method(Route route) {
        return route.method().name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode operation(Route route) {
        return FILE.get("paths").get(route.path()).get(method(route));
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

        assertThat(routes().stream().map(route -> method(route) + " " + route.path()))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void every_operation_has_its_own_name() {
        List<String> names = routes().stream().map(route -> operation(route).get("operationId").asString()).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void every_parameter_is_described_and_every_described_one_is_taken() {
        for (Route route : routes()) {
            JsonNode parameters = operation(route).path("parameters");
            assertThat(described(parameters, "query")).as(route.path()).containsExactlyInAnyOrderElementsOf(
                    route.queryParameters().stream().map(QueryParameter::name).toList());
            assertThat(described(parameters, "path").stream().map(name -> "{" + name + "}")).as(route.path())
                    .containsExactlyElementsOf(Stream.of(route.path().split("/")).filter(part -> part.startsWith("{"))
                            .toList());
        }
    }

    @Test
    void every_operation_on_data_takes_a_consistency_token_and_may_answer_one() {
        for (Route route : routes().stream().filter(each -> each.path().startsWith("/v1/")).toList()) {
            assertThat(described(operation(route).path("parameters"), "header")).as(route.path())
                    .contains(ConsistencyHeader.NAME);
            assertThat(operation(route).get("responses").valueStream().map(OpenApiTest::resolved))
                    .as("%s %s", route.method(), route.path())
                    .allMatch(response -> response.get("headers").has(ConsistencyHeader.NAME));
        }
    }

    /** 428 is what is answered where the header is missing, and where it is not described it is not asked for. */
    @Test
    void a_change_that_needs_a_version_says_so() {
        for (Route route : routes().stream().filter(each -> !each.isPublic()).toList()) {
            int status = SERVER.sendAs("admin", route.method().name(), route.path().replace("{id}",
                    Samples.id(1).toString()), route.bodyType() == null ? "" : "{}").statusCode();
            assertThat(status == 428).as("%s %s", route.method(), route.path())
                    .isEqualTo(operation(route).get("responses").has("428"))
                    .isEqualTo(described(operation(route).get("parameters"), "header").contains("If-Match"));
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? FILE.at(node.get("$ref").asString().substring(1)) : node;
    }

    @Test
    void every_operation_says_whether_somebody_has_to_be_signed_in_and_what_body_it_takes() {
        for (Route route : routes()) {
            JsonNode operation = operation(route);
            boolean partlyPersonal = route.queryParameters().stream().anyMatch(QueryParameter::personal);
            assertThat(operation.path("security").toString()).as(route.path())
                    .isEqualTo(!route.isPublic() ? BEARER : partlyPersonal ? BEARER_OR_NOBODY : "");
            assertThat(operation.at("/requestBody/content").propertyNames()).as(route.path())
                    .isEqualTo(route.bodyType() == null ? Set.of() : Set.of(route.bodyType()));
            if (!route.isPublic() || partlyPersonal) {
                assertThat(operation.get("responses").propertyNames()).as(route.path()).contains("401", "403");
            }
            if (route.bodyType() != null) {
                assertThat(operation.get("responses").propertyNames()).as(route.path()).contains("400", "413", "415",
                        "422");
                assertThat(operation.at("/requestBody/required").asBoolean()).isTrue();
            }
        }
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
        assertThat(texts(schemas.get("LinkState").get("enum"))).isEqualTo(names(LinkState.values()));
        assertThat(texts(schemas.get("BillSort").get("enum"))).isEqualTo(names(BillSort.values()));
        assertThat(texts(schemas.get("Include").get("enum"))).isEqualTo(names(Include.values()));
        assertThat(texts(schemas.get("RelationKind").get("enum"))).isEqualTo(names(RelationKind.values()));
        assertThat(texts(schemas.get("Role").get("enum"))).isEqualTo(names(Role.values()));
        assertThat(texts(schemas.get("Anonymity").get("enum"))).isEqualTo(names(Anonymity.values()));
        assertThat(texts(schemas.get("TrackingTrigger").get("enum"))).isEqualTo(names(TrackingTrigger.values()));
        assertThat(texts(schemas.get("TrackingFrequency").get("enum"))).isEqualTo(names(TrackingFrequency.values()));
        assertThat(texts(schemas.get("TrackingStance").get("enum"))).isEqualTo(names(TrackingStance.values()));
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

    @Test
    void what_belongs_to_somebody_has_the_names_and_types_of_its_schema() {
        String bill = "/v1/me/tracking/bills/" + Samples.id(1);
        assertThat(SERVER.sendAs("expert", "PUT", bill, "{\"stance\":\"support\"}").statusCode()).isEqualTo(204);
        Map.of("/v1/me", "Me", "/v1/me/profile", "Profile", "/v1/me/tracking", "TrackingList").forEach(
                (path, schema) -> new SchemaCheck(FILE).check(
                        TestServer.JSON.readTree(SERVER.sendAs("expert", "GET", path, "").body()), schema, path));
    }

    /** The members that a body may have are those that are read: each is known, and another is told what is. */
    @ParameterizedTest
    @CsvSource({"POST,/v1/bills,NewBill", "PATCH,/v1/bills/{bill},BillPatch",
            "POST,/v1/bills/{bill}/transitions,Transition",
            "PATCH,/v1/me,MePatch", "PUT,/v1/me/profile,NewProfile",
            "PUT,/v1/me/tracking/bills/{bill},TrackingPreferences"})
    void a_body_may_have_the_members_of_its_schema(String method, String path, String schema) {
        String there = path.replace("{bill}", Samples.id(2).toString());
        String read = path.contains("{bill}") ? "/v1/bills/" + Samples.id(2) : path;
        String tag = SERVER.sendAs("clerk", "GET", read, "").headers().firstValue("etag").orElseThrow();

        JsonNode problem = TestServer.JSON.readTree(SERVER.sendAs("clerk", method, there, "{\"no_such_member\":1}",
                "If-Match", tag).body());
        String message = problem.get("errors").valueStream()
                .filter(error -> "/no_such_member".equals(error.get("pointer").asString(""))).findFirst().orElseThrow()
                .get("message").asString();
        assertThat(message.substring(message.indexOf("allowed are ") + 12).split(", "))
                .containsExactlyInAnyOrderElementsOf(
                        FILE.at("/components/schemas/" + schema + "/properties").propertyNames());
        assertThat(FILE.at("/components/schemas/" + schema + "/additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/v1/bills/01890a5d-ac96-774b-bcce-000000000001,Bill", "/v1/bills/us/113/S2,Bill", "/v1/bills,BillList",
            "/v1/bills?limit=1,BillList",
            "/v1/bills?include=sponsorships&include=actions&include=related_bills&include=status_history,BillList",
            "/v1/bills/search?q=bill&limit=1,BillSearch",
            "/v1/sponsors,SponsorList", "/v1/sponsors/search?q=doe,SponsorList",
            "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009001,Sponsor",
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
