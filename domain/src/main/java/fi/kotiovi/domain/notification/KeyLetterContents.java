package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_HANDOVER;
import static fi.kotiovi.db.Tables.KEY_HANDOVER_KEY;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.KEY_ORDER;
import static fi.kotiovi.db.Tables.KEY_PROPOSAL;
import static fi.kotiovi.db.Tables.KEY_WISH;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyProposalReason;
import fi.kotiovi.vocabulary.KeyProposalState;
import fi.kotiovi.vocabulary.KeyWishState;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

/** What a letter about keys would say if it went out now; nothing when the keys have come back since. */
@Component
class KeyLetterContents {
    private static final SelectField<Localized> OFFICE_NAME =
            row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new);

    private final DSLContext db;

    KeyLetterContents(DSLContext db) {
        this.db = db;
    }

    Optional<Letter.Content> receipt(UUID handover) {
        return db.select(
                        KEY_HANDOVER.NUMBER,
                        KEY_HANDOVER.DIRECTION,
                        KEY_HANDOVER.AT,
                        Addresses.ADDRESS,
                        OFFICE_NAME,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                        KEY_HANDOVER.ID_KIND,
                        KEY_HANDOVER.SIGNING,
                        KEY_HANDOVER.SIGNED_NAME,
                        KEY_HANDOVER.SIGNATURE)
                .from(KEY_HANDOVER)
                .join(OFFICE)
                .on(OFFICE.ID.eq(KEY_HANDOVER.OFFICE_ID))
                .join(HOME)
                .on(HOME.ID.eq(KEY_HANDOVER.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(KEY_HANDOVER.RESIDENT_ID))
                .join(STAFF)
                .on(STAFF.ID.eq(KEY_HANDOVER.STAFF_ID))
                .where(KEY_HANDOVER.ID.eq(handover))
                .fetchOptional(r -> new Letter.OfReceipt(new Receipt(
                        handover,
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
                        r.value11() == null ? null : Base64.getEncoder().encodeToString(r.value11()),
                        items(handover))));
    }

    private List<Receipt.Item> items(UUID handover) {
        return db.select(KEY.TAG, KEY.KIND, KEY_HANDOVER_KEY.OUTCOME)
                .from(KEY_HANDOVER_KEY)
                .join(KEY)
                .on(KEY.ID.eq(KEY_HANDOVER_KEY.KEY_ID))
                .where(KEY_HANDOVER_KEY.HANDOVER_ID.eq(handover))
                .orderBy(KEY_HANDOVER_KEY.OUTCOME, KEY.TAG)
                .fetch(r -> new Receipt.Item(r.value1(), r.value2(), r.value3()));
    }

    Optional<Letter.Content> ready(UUID order) {
        return db.select(KEY_ORDER.NUMBER, KEY.KIND, OFFICE_NAME)
                .from(KEY_ORDER)
                .join(KEY)
                .on(KEY.ID.eq(KEY_ORDER.KEY_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(KEY_ORDER.OFFICE_ID))
                .where(KEY_ORDER.ID.eq(order))
                .and(KEY_ORDER.STATE.eq(KeyOrderState.READY))
                .fetchOptional(r -> new Letter.OfReadyKey(r.value1(), r.value2(), r.value3()));
    }

    Optional<Letter.Content> declined(UUID wish) {
        return db.select(KEY_WISH.KIND, KEY_WISH.PIECES, KEY_WISH.ANSWER, OFFICE.PHONE)
                .from(KEY_WISH)
                .join(HOME)
                .on(HOME.ID.eq(KEY_WISH.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(BUILDING.OFFICE_ID))
                .where(KEY_WISH.ID.eq(wish))
                .and(KEY_WISH.STATE.eq(KeyWishState.DECLINED))
                .fetchOptional(r -> new Letter.OfDeclinedKeys(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    Optional<Letter.Content> late(UUID tenancy) {
        var late = db.select(KEY.TAG, KEY.KIND, OFFICE.PHONE)
                .from(KEY_PROPOSAL)
                .join(KEY)
                .on(KEY.ID.eq(KEY_PROPOSAL.KEY_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(KEY.OFFICE_ID))
                .where(KEY_PROPOSAL.TENANCY_ID.eq(tenancy))
                .and(KEY_PROPOSAL.STATE.eq(KeyProposalState.OPEN))
                .orderBy(KEY.TAG)
                .fetch();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(new Letter.OfLateKeys(
                        late.map(r -> r.value2()), late.getFirst().value3()));
    }

    Optional<Letter.Content> loan(UUID loan) {
        return db.select(
                        KEY.TAG,
                        KEY.KIND,
                        coalesce(
                                concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                                KEY_LOAN.CONTRACTOR,
                                inline("–")),
                        KEY_LOAN.DUE_AT,
                        WORK_ORDER.NUMBER)
                .from(KEY_LOAN)
                .join(KEY)
                .on(KEY.ID.eq(KEY_LOAN.KEY_ID))
                .join(WORK_ORDER)
                .on(WORK_ORDER.ID.eq(KEY_LOAN.WORK_ORDER_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(KEY_LOAN.BORROWER_ID))
                .where(KEY_LOAN.ID.eq(loan))
                .and(KEY_LOAN.RETURNED_AT.isNull())
                .fetchOptional(r -> new Letter.OfLoan(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    Optional<Letter.Content> contractorLoan(UUID loan) {
        return db.select(
                        KEY.TAG,
                        KEY.KIND,
                        KEY_LOAN.DUE_AT,
                        WORK_ORDER.NUMBER,
                        OFFICE_NAME,
                        OFFICE.STREET_ADDRESS,
                        OFFICE.PHONE)
                .from(KEY_LOAN)
                .join(KEY)
                .on(KEY.ID.eq(KEY_LOAN.KEY_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(KEY.OFFICE_ID))
                .join(WORK_ORDER)
                .on(WORK_ORDER.ID.eq(KEY_LOAN.WORK_ORDER_ID))
                .where(KEY_LOAN.ID.eq(loan))
                .and(KEY_LOAN.RETURNED_AT.isNull())
                .fetchOptional(r -> new Letter.OfContractorLoan(
                        r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    /** What has piled up at an office by now. */
    Optional<Letter.Content> summary(UUID office, OffsetDateTime now) {
        int loans = db.fetchCount(db.selectOne()
                .from(KEY_LOAN)
                .join(KEY)
                .on(KEY.ID.eq(KEY_LOAN.KEY_ID))
                .where(KEY.OFFICE_ID.eq(office))
                .and(KEY_LOAN.RETURNED_AT.isNull())
                .and(KEY_LOAN.DUE_AT.lt(now)));
        int returns = db.fetchCount(db.selectOne()
                .from(KEY_PROPOSAL)
                .join(KEY)
                .on(KEY.ID.eq(KEY_PROPOSAL.KEY_ID))
                .where(KEY.OFFICE_ID.eq(office))
                .and(KEY_PROPOSAL.STATE.eq(KeyProposalState.OPEN))
                .and(KEY_PROPOSAL.REASON.eq(KeyProposalReason.OVERDUE)));
        return loans + returns == 0 ? Optional.empty() : Optional.of(new Letter.OfKeySummary(loans, returns));
    }
}
