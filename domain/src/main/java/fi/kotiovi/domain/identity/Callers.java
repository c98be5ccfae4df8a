package fi.kotiovi.domain.identity;

import fi.kotiovi.vocabulary.StaffRole;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers who is asking. Every service asks here before it does anything, and every transaction carries the answer into
 * the database, where row-level security asks again.
 */
@Component
public class Callers {
    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private final ObjectProvider<SignedIn> signedIn;

    Callers(ObjectProvider<SignedIn> signedIn) {
        this.signedIn = signedIn;
    }

    public Optional<Caller> current() {
        if (CALLER.isBound()) {
            return Optional.of(CALLER.get());
        }
        var application = signedIn.getIfAvailable();
        return application == null ? Optional.empty() : application.caller();
    }

    /**
     * Whoever is signed in.
     *
     * @throws NotAllowedException when nobody is
     */
    public Caller anybody() {
        return current().orElseThrow(() -> new NotAllowedException("Nobody is signed in."));
    }

    /** Does something as a person on a thread that knows nobody, such as one that watches for news. */
    public <T> T as(Caller caller, Supplier<T> action) {
        return ScopedValue.where(CALLER, caller).call(action::get);
    }

    /**
     * The signed-in resident.
     *
     * @throws NotAllowedException when nobody or a member of staff is signed in
     */
    public Caller.Resident resident() {
        if (current().orElse(null) instanceof Caller.Resident resident) {
            return resident;
        }
        throw new NotAllowedException("Only a signed-in resident may do this.");
    }

    /**
     * The signed-in member of staff, who must have one of the roles.
     *
     * @throws NotAllowedException when somebody else is signed in
     */
    public Caller.Staff staff(StaffRole... anyOf) {
        if (current().orElse(null) instanceof Caller.Staff staff && staff.isAny(anyOf)) {
            return staff;
        }
        throw new NotAllowedException("Only staff with one of the roles " + Arrays.toString(anyOf) + " may do this.");
    }
}
