package org.mswada.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Servlet;
import java.util.List;
import java.util.function.Function;
import org.mswada.domain.user.Actor;
import org.mswada.http.routing.Route;

/** Builds the servlet that routes requests, with Javalin; it starts no server of Javalin's own. */
final class RouteServlet {
    private RouteServlet() {}

    /**
     * {@code before} sees each request first, and may refuse it; {@code callers} says by the {@code Authorization}
     * headers who sent it, or refuses it; those that come to a route are counted.
     */
    static Servlet of(List<Route> routes, Handler before, Function<List<String>, Actor> callers,
            MeterRegistry registry) {
        return Javalin.create(config -> configure(config, routes, before, callers, registry)).javalinServlet();
    }

    private static void configure(JavalinConfig config, List<Route> routes, Handler before,
            Function<List<String>, Actor> callers, MeterRegistry registry) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        FailureHandler failures = new FailureHandler();
        config.router.javaLangErrorHandler(failures::handleError);
        config.routes.exception(Exception.class, failures);
        config.routes.exception(HttpResponseException.class, failures);
        config.routes.before(before);
        for (Route route : routes) {
            add(config, route, new RouteHandler(route, callers, registry));
        }
    }

    private static void add(JavalinConfig config, Route route, RouteHandler handler) {
        switch (route.method()) {
            case GET -> {
                config.routes.get(route.path(), handler);
                config.routes.head(route.path(), handler);
            }
            case POST -> config.routes.post(route.path(), handler);
            case PUT -> config.routes.put(route.path(), handler);
            case PATCH -> config.routes.patch(route.path(), handler);
            case DELETE -> config.routes.delete(route.path(), handler);
        }
    }
}
