package fi.kotiovi.e2e.house;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.Language;
import java.util.List;
import java.util.UUID;

/** Many more residents than the demo has, for what takes many. */
public final class Tenants {
    private Tenants() {}

    /** So many more, each in a home of an own in the building of Aino. */
    public static List<Caller.Resident> moveIn(Sql owner, int count) {
        owner.run("""
                with place as (select building_id as building from home h join tenancy t on t.home_id = h.id
                    join tenancy_resident m on m.tenancy_id = t.id join resident r on r.id = m.resident_id
                    where r.given_name = 'Aino' limit 1),
                homes as (insert into home (building_id, staircase, flat_number, floor, layout)
                    select building, 'Z', 1000 + n, 1, '2h+k' from place, generate_series(1, ?) n returning id),
                leases as (insert into tenancy (home_id, during) select id, '[2020-01-01,)' from homes returning id),
                people as (insert into resident (given_name, family_name, email, phone, language)
                    select 'Bench', 'Person' || n, 'bench' || n || '@example.org', '+358401234567', 'FI'
                    from generate_series(1, ?) n returning id)
                insert into tenancy_resident (tenancy_id, resident_id, role)
                select l.id, p.id, 'MAIN' from (select id, row_number() over () as n from leases) l
                    join (select id, row_number() over () as n from people) p on p.n = l.n""", count, count);
        owner.run("analyze");
        return all(owner);
    }

    /** All who have moved in so, in an order that stays. */
    public static List<Caller.Resident> all(Sql owner) {
        return owner.column("select id from resident where given_name = 'Bench' order by id").stream()
                .map(id -> new Caller.Resident(UUID.fromString(id), "Bench", Language.FI))
                .toList();
    }
}
