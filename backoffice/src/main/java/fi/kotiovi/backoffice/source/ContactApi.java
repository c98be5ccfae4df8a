package fi.kotiovi.backoffice.source;

import fi.kotiovi.domain.source.Bringing;
import fi.kotiovi.domain.source.ContactIntake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/contacts}: another system brings something that wants an answer (docs/operations.md). */
@RestController
class ContactApi {
    /** The longest text, every character of it written the longest way JSON has, and room for the rest. */
    static final int MOST_BYTES = 128 * 1024;

    private static final String BEARER = "Bearer ";

    private final ContactIntake intake;
    private final JsonMapper json = JsonMapper.builder().build();

    ContactApi(ContactIntake intake) {
        this.intake = intake;
    }

    @PostMapping("/api/v1/contacts")
    ResponseEntity<String> take(HttpServletRequest request) throws IOException {
        var key = key(request.getHeader(HttpHeaders.AUTHORIZATION));
        var refusal = key.isEmpty() ? Optional.<Bringing>of(new Bringing.Unknown()) : intake.refusal(key.get());
        if (refusal.isPresent()) {
            return answer(refusal.get());
        }
        if (!isJson(request.getContentType())) {
            return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, null, "Send application/json.");
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, null, "At most " + MOST_BYTES + " bytes.");
        }
        return switch (BroughtJson.read(json, body, request.getHeader("Idempotency-Key"))) {
            case BroughtJson.Read read -> answer(intake.take(key.orElseThrow(), read.brought()));
            case BroughtJson.Malformed malformed -> problem(HttpStatus.BAD_REQUEST, malformed.field(), malformed.why());
        };
    }

    private ResponseEntity<String> answer(Bringing outcome) {
        return switch (outcome) {
            case Bringing.Taken taken -> {
                var told = new LinkedHashMap<String, @Nullable Object>();
                told.put("number", taken.number());
                told.put("place", taken.place());
                yield ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json.writeValueAsString(told));
            }
            case Bringing.Refused refused ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.field(), refused.field() + " " + refused.why() + ".");
            case Bringing.Unknown _ ->
                with(
                        problem(HttpStatus.UNAUTHORIZED, null, "No source has this key."),
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
            case Bringing.TooMany tooMany ->
                with(
                        problem(HttpStatus.TOO_MANY_REQUESTS, null, "Too much in a minute."),
                        Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.secondsToWait())));
        };
    }

    /** RFC 9457; {@code field} says which one is wrong, where one is. */
    private ResponseEntity<String> problem(HttpStatus status, @Nullable String field, String detail) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", "about:blank");
        told.put("title", status.getReasonPhrase());
        told.put("status", status.value());
        if (field != null) {
            told.put("field", field);
        }
        told.put("detail", detail);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.writeValueAsString(told));
    }

    private static ResponseEntity<String> with(ResponseEntity<String> answer, Map<String, String> headers) {
        var all = new HttpHeaders(answer.getHeaders());
        headers.forEach(all::set);
        return new ResponseEntity<>(answer.getBody(), all, answer.getStatusCode());
    }

    private static Optional<String> key(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(given -> given.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(given -> given.substring(BEARER.length()).strip())
                .filter(key -> !key.isEmpty());
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType.toLowerCase(Locale.ROOT))
                    .removeQualityValue());
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
