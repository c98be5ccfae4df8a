package fi.kotiovi.e2e.bench;

import fi.kotiovi.e2e.house.House;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a browser: signs in and opens a page the way Vaadin's own client talks to the server. */
final class Robot {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String url;

    Robot(String url) {
        this.url = url;
    }

    Robot signIn(String username) {
        var token = CSRF.matcher(get("/login"));
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no CSRF token");
        }
        post(
                "/login",
                FORM,
                encoded(Map.of("username", username, "password", House.password(), "_csrf", token.group(1))));
        return this;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Opens a page and returns all the server had to say about it. */
    String open(String route) {
        get("/" + route);
        var init = json(get("/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query="));
        var config = init.get("appConfig");
        var uidl = config.get("uidl");
        var navigate = JSON.createObjectNode();
        navigate.put("csrfToken", uidl.get("Vaadin-Security-Key").asString());
        navigate.put("syncId", uidl.get("syncId").asInt());
        navigate.put("clientId", 0);
        var event = navigate.putArray("rpc").addObject();
        event.put("type", "event").put("node", 1).put("event", "ui-navigate");
        var data = event.putObject("data");
        data.put("route", "/" + route).put("query", "").put("appShellTitle", "").put("trigger", "");
        data.putObject("historyState").put("idx", 0);
        return post("/?v-r=uidl&v-uiId=" + config.get("v-uiId").asInt(), "application/json", navigate.toString());
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.startsWith("for(;;);") ? text.substring("for(;;);".length()) : text);
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private String post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.header("Accept-Language", "fi").build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
