package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.MY_KEYS;
import static fi.kotiovi.db.Tables.MY_KEY_RECEIPTS;
import static fi.kotiovi.db.Tables.MY_KEY_RECEIPT_KEYS;
import static fi.kotiovi.db.Tables.MY_READY_KEYS;
import static fi.kotiovi.db.Tables.OFFICE;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.vocabulary.KeyKind;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A resident's own keys and receipts. The portal reads no table of the key room, only what these functions tell. */
@Service
public class KeyReceipts {
    private final DSLContext db;
    private final Callers callers;
    private final ReturnDeadlines deadlines;

    KeyReceipts(DSLContext db, Callers callers, ReturnDeadlines deadlines) {
        this.db = db;
        this.callers = callers;
        this.deadlines = deadlines;
    }

    /** The keys the resident has now. */
    @Transactional(readOnly = true)
    public List<MyKey> keys() {
        callers.resident();
        var mine = MY_KEYS();
        return db.select(mine.KEY_ID, mine.KIND, mine.TAG, mine.SINCE)
                .from(mine)
                .orderBy(mine.KIND, mine.TAG)
                .fetch(r -> new MyKey(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** Extra keys that hang ready to be fetched. */
    @Transactional(readOnly = true)
    public List<ReadyKey> ready() {
        callers.resident();
        var ready = MY_READY_KEYS();
        return db.select(ready.NUMBER, ready.KIND, ready.READY_AT)
                .from(ready)
                .orderBy(ready.READY_AT)
                .fetch(r -> new ReadyKey(r.value1(), r.value2(), r.value3()));
    }

    /** By when the keys of a home have to be back; empty while the lease has no end. */
    @Transactional(readOnly = true)
    public Optional<OffsetDateTime> deadline(UUID home) {
        return deadlines.of(home, callers.resident().id()).map(ReturnDeadlines.Due::at);
    }

    /** The newest first, without signatures and keys. */
    @Transactional(readOnly = true)
    public List<Receipt> newestFirst(int offset, int limit) {
        callers.resident();
        return receipts(DSL.noCondition(), offset, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Receipt> one(UUID receipt) {
        callers.resident();
        return receipts(MY_KEY_RECEIPTS.HANDOVER_ID.eq(receipt), 0, 1).stream().findFirst();
    }

    private List<Receipt> receipts(Condition condition, int offset, int limit) {
        var mine = MY_KEY_RECEIPTS;
        return db.select(
                        mine.HANDOVER_ID,
                        mine.NUMBER,
                        mine.DIRECTION,
                        mine.AT,
                        Addresses.ADDRESS,
                        row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new),
                        mine.RECEIVER,
                        mine.CLERK,
                        mine.ID_KIND,
                        mine.SIGNING,
                        mine.SIGNED_NAME,
                        mine.SIGNATURE)
                .from(mine)
                .join(OFFICE)
                .on(OFFICE.ID.eq(mine.OFFICE_ID))
                .join(HOME)
                .on(HOME.ID.eq(mine.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(condition)
                .orderBy(mine.AT.desc(), mine.HANDOVER_ID)
                .offset(offset)
                .limit(limit)
                .fetch(r -> new Receipt(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        r.value6(),
                        r.value7(),
                        r.value8(),
                        r.value9(),
                        r.value10(),
                        r.value11(),
                        r.value12() == null ? null : Base64.getEncoder().encodeToString(r.value12()),
                        limit == 1 ? items(r.value1()) : List.of()));
    }

    private List<Receipt.Item> items(UUID receipt) {
        var keys = MY_KEY_RECEIPT_KEYS(receipt);
        return db.select(keys.TAG, keys.KIND, keys.OUTCOME)
                .from(keys)
                .orderBy(keys.OUTCOME, keys.TAG)
                .fetch(r -> new Receipt.Item(r.value1(), r.value2(), r.value3()));
    }

    /** A key in somebody's pocket. */
    public record MyKey(UUID id, KeyKind kind, String tag, OffsetDateTime since) implements Serializable {}

    /** A key that was ordered and has come. */
    public record ReadyKey(String number, KeyKind kind, OffsetDateTime readyAt) implements Serializable {}
}
