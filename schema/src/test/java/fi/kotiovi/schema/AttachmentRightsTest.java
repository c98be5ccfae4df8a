package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose files the portal can reach with SQL written by hand. */
class AttachmentRightsTest {
    private static final String KEEP = """
            insert into attachment (resident_id, file_name, media_type, content, created_at)
            values (?, 'a.pdf', 'application/pdf', 'x', now()) returning id""";

    private static final String URL = TestDatabase.demo(TestDatabase.CLOCK);
    private static UUID aino = new UUID(0, 0);
    private static UUID other = new UUID(0, 0);
    private static UUID theirFault = new UUID(0, 0);
    private static UUID theirMessage = new UUID(0, 0);
    private static UUID theirOrder = new UUID(0, 0);

    @BeforeAll
    static void meet() throws SQLException {
        try (var owner = TestDatabase.owner(URL)) {
            aino = owner.id("select resident_id from resident_account where username = 'aino'");
            theirFault = owner.id("select id from fault where resident_id <> ? order by id limit 1", aino);
            other = owner.id("select resident_id from fault where id = ?", theirFault);
            theirOrder = owner.id("select id from work_order where fault_id = ?", theirFault);
            theirMessage = owner.id("""
                    select m.id from contact_message m join contact c on c.id = m.contact_id
                    where c.resident_id <> ? and m.direction = 'IN' order by m.id limit 1""", aino);
        }
    }

    @Test
    void aResidentHangsAFileOnOnesOwnFaultAndMessageAndOnNobodyElses() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            var mine = portal.id(KEEP, aino);
            portal.refused(KEEP, other);
            portal.refused("update attachment set fault_id = ? where id = ?", theirFault, mine);
            portal.refused("update attachment set contact_message_id = ? where id = ?", theirMessage, mine);
            portal.refused("update attachment set work_order_id = ? where id = ?", theirOrder, mine);
            portal.refused("update attachment set resident_id = ? where id = ?", other, mine);
            portal.refused("update attachment set content = 'y' where id = ?", mine);
            assertThat(portal.update(
                            "update attachment set fault_id = ? where id = ?", portal.id("select id from fault"), mine))
                    .isEqualTo(1);
            assertThat(portal.update("delete from attachment where id = ?", mine))
                    .as("sent is sent")
                    .isZero();
        }
    }

    @Test
    void aResidentCannotPutAFileStraightOntoSomebodyElsesCase() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            portal.refused("""
                    insert into attachment (resident_id, fault_id, file_name, media_type, content, created_at)
                    values (?, ?, 'a.pdf', 'application/pdf', 'x', now())""", aino, theirFault);
            portal.refused("""
                    insert into attachment (resident_id, contact_message_id, file_name, media_type, content, created_at)
                    values (?, ?, 'a.pdf', 'application/pdf', 'x', now())""", aino, theirMessage);
        }
    }

    @Test
    void aResidentReadsTakesOverAndDeletesNothingOfAnotherWhateverItHangsOn() throws SQLException {
        try (var owner = TestDatabase.owner(URL)) {
            for (var column : new String[] {"fault_id", "contact_message_id", "work_order_id"}) {
                var subject = column.equals("fault_id")
                        ? theirFault
                        : column.equals("work_order_id") ? theirOrder : theirMessage;
                var theirs = owner.id(KEEP, other);
                owner.update("update attachment set " + column + " = ? where id = ?", subject, theirs);
                owner.update("commit");
                try (var portal = Session.of(URL, aino)) {
                    assertThat(portal.texts("select content from attachment where id = ?", theirs))
                            .as(column)
                            .isEmpty();
                    assertThat(portal.update("update attachment set fault_id = null where id = ?", theirs))
                            .isZero();
                    assertThat(portal.update("delete from attachment where id = ?", theirs))
                            .isZero();
                }
            }
        }
    }
}
