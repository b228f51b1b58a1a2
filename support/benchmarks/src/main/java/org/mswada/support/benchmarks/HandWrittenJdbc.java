package org.mswada.support.benchmarks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.PoolGeneration;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** The query as somebody would write it who wants nothing but speed. */
final class HandWrittenJdbc {
    private static final String FIND_BY_ID = """
            select bill.id, jurisdiction.code, legislative_session.identifier, bill.identifier,
                bill.identifier_normalized, bill.classification, bill.origin_chamber, bill.title, bill.short_title,
                bill.status, bill.status_since, bill.status_action, bill.introduced_on, bill.latest_action_on,
                bill.latest_action_text, bill.version, bill.updated_at, bill.summary,
                array(select subject.name from bill_subject join subject on subject.id = bill_subject.subject_id
                    where bill_subject.bill_id = bill.id order by bill_subject.ordinal),
                bill.law_number,
                array(select bill_identifier.scheme || ':' || bill_identifier.identifier from bill_identifier
                    where bill_identifier.bill_id = bill.id
                    order by bill_identifier.scheme, bill_identifier.identifier),
                bill.areas, bill.source_url, bill.extras::text, bill.irregular, bill.created_at
            from bill
            join legislative_session on legislative_session.id = bill.session_id
            join jurisdiction on jurisdiction.id = legislative_session.jurisdiction_id
            where bill.id = ? and bill.deleted_at is null""";

    private final PoolGeneration pool;

    HandWrittenJdbc(PoolGeneration pool) {
        this.pool = pool;
    }

    Optional<Bill> findById(BillId id) throws SQLException {
        try (Connection connection = pool.borrow();
                PreparedStatement statement = connection.prepareStatement(FIND_BY_ID)) {
            statement.setObject(1, id.value());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(bill(result)) : Optional.empty();
            }
        }
    }

    private static Bill bill(ResultSet result) throws SQLException {
        return new Bill(overview(result), result.getString(18), texts(result, 19), result.getString(20),
                context(result), result.getBoolean(25), instant(result, 26));
    }

    private static BillContext context(ResultSet result) throws SQLException {
        List<ExternalIdentifier> identifiers = new ArrayList<>();
        for (String text : texts(result, 21)) {
            int colon = text.indexOf(':');
            identifiers.add(new ExternalIdentifier(text.substring(0, colon), text.substring(colon + 1)));
        }
        return new BillContext(identifiers, texts(result, 22), result.getString(23), result.getString(24));
    }

    private static List<String> texts(ResultSet result, int position) throws SQLException {
        Array texts = result.getArray(position);
        return List.of((String[]) texts.getArray());
    }

    private static BillOverview overview(ResultSet result) throws SQLException {
        BillKey key = new BillKey(new JurisdictionCode(result.getString(2)), new SessionIdentifier(result.getString(3)),
                new BillIdentifier(result.getString(4), result.getString(5)));
        return new BillOverview(new BillId(result.getObject(1, UUID.class)), key,
                BillClassification.valueOf(result.getString(6)), Chamber.valueOf(result.getString(7)),
                result.getString(8), result.getString(9), progress(result), result.getInt(16), instant(result, 17));
    }

    private static BillProgress progress(ResultSet result) throws SQLException {
        return new BillProgress(BillStatus.valueOf(result.getString(10)), result.getObject(11, LocalDate.class),
                integer(result, 12), result.getObject(13, LocalDate.class), result.getObject(14, LocalDate.class),
                result.getString(15));
    }

    private static @Nullable Integer integer(ResultSet result, int position) throws SQLException {
        int value = result.getInt(position);
        return result.wasNull() ? null : value;
    }

    private static Instant instant(ResultSet result, int position) throws SQLException {
        return result.getObject(position, OffsetDateTime.class).toInstant();
    }
}
