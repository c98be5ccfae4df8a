package fi.kotiovi.domain.key;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody who does not work for us and borrows a key; phone in E.164, the mail address where letters go. */
public record Contractor(
        String name, @Nullable String phone, @Nullable String email, Language language) implements Serializable {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");
    private static final int LONGEST = 200;

    public Contractor {
        name = Storable.text(name).strip();
        phone = textOrNothing(phone);
        email = textOrNothing(email);
    }

    private static @Nullable String textOrNothing(@Nullable String typed) {
        var text = typed == null ? "" : Storable.text(typed).strip();
        return text.isEmpty() ? null : text;
    }

    boolean isAddressReadable() {
        return email == null
                || (email.length() <= LONGEST && ADDRESS.matcher(email).matches());
    }
}
