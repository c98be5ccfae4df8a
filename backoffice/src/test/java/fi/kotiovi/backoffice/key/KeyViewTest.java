package fi.kotiovi.backoffice.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyViewTest extends OfficeTest {
    @Test
    void a_page_of_a_key_says_who_got_it_and_when() {
        var key = owner().queryForObject("""
                select e.key_id::text from key_event e join key k on k.id = e.key_id
                where e.kind = 'HANDED_OUT' and e.handover_id is not null
                  and k.office_id = (select s.office_id from staff s join staff_account a on a.staff_id = s.id
                    where a.username = 'laine')
                order by e.chain_no limit 1""", String.class);
        var name = owner().queryForObject("""
                select r.given_name || ' ' || r.family_name from key_event e join resident r on r.id = e.resident_id
                where e.key_id = ?::uuid and e.kind = 'HANDED_OUT' order by e.chain_no desc limit 1""", String.class, key);
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(KeyView.class, Map.of("id", key));
            assertThat(laine.find(ListItem.class).all())
                    .extracting(item -> item.getElement().getTextRecursively())
                    .anyMatch(line -> line.contains("Luovutettu · " + name));
        }
    }
}
