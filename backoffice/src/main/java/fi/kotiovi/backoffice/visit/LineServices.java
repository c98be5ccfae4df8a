package fi.kotiovi.backoffice.visit;

import fi.kotiovi.domain.line.Calls;
import fi.kotiovi.domain.line.Hands;
import fi.kotiovi.domain.line.LineDesk;
import org.springframework.stereotype.Component;

/** What a clerk does with the line, in one piece for the view. */
@Component
record LineServices(Calls calls, Hands hands, LineDesk desk) {}
