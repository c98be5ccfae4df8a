package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoBuildings.Home;
import fi.kotiovi.schema.demo.DemoPeople.Resident;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who lives where and since when: most stay, some have just changed, some are about to. */
final class DemoHousing {
    private final Seed seed = new Seed("housing");
    private final World world;
    private final DemoPeople people;
    private final Rows.Table tenancyTable;
    private final Rows.Table memberTable;
    private final List<Letting> lettings = new ArrayList<>();
    private final List<Resident> known = new ArrayList<>();

    /** What happens to a home around today. */
    enum Turn {
        STAYS,
        CHANGED,
        VACANT,
        LEAVING
    }

    /** One tenancy; {@code last} is its last day. */
    record Stay(
            UUID id,
            Home home,
            List<Resident> residents,
            LocalDate from,
            @Nullable LocalDate last) {
        Resident main() {
            return residents.getFirst();
        }
    }

    /** A home with its tenancies in order of time; {@code known} where somebody with a fixed name lives there. */
    record Letting(Home home, Turn turn, boolean known, List<Stay> stays) {}

    DemoHousing(World world, DemoBuildings buildings, DemoPeople people) {
        this.world = world;
        this.people = people;
        tenancyTable = world.rows().table("tenancy", "id, home_id, during");
        memberTable = world.rows().table("tenancy_resident", "tenancy_id, resident_id, role");
        int done = 0;
        for (var home : buildings.homes()) {
            lettings.add(let(home, done));
            world.progress("homes", ++done, buildings.homes().size());
            world.rows().flushWhenFull();
        }
    }

    private Letting let(Home home, int n) {
        return switch (home.address()) {
            case "Lehmuskuja 4 B 31" -> settled(home, "Aino", "Karhu", "+358400000044", Language.FI, 2_300);
            case "Lehmuskuja 4 A 6" -> settled(home, "Matti", "Saarela", "+358400000045", Language.FI, 1_150);
            case "Kaislatie 9 A 12" -> settled(home, "Omar", "Haddad", "+358400000046", Language.EN, 460);
            case "Vasskroken 2 C 11" -> {
                var old =
                        stay(home, family(n, 2_900, vacatedOn()), world.today().minusDays(2_900), vacatedOn());
                var elin = person("Elin", "Lindroth", "+358400000047", Language.SV, 20);
                var next = stay(home, List.of(elin), world.today(), null);
                yield new Letting(home, Turn.VACANT, true, List.of(old, next));
            }
            default -> {
                var turn = turn(n);
                yield new Letting(home, turn, false, stays(home, n, turn));
            }
        };
    }

    /** By position and not by chance, so that a small demo has its share of each. */
    private Turn turn(int n) {
        if (n >= 40) {
            int of1000 = n * 7 % 1000;
            return of1000 < 100 ? Turn.CHANGED : of1000 < 107 ? Turn.VACANT : of1000 < 114 ? Turn.LEAVING : Turn.STAYS;
        }
        return switch (n) {
            case 1, 8, 14, 23, 33 -> Turn.CHANGED;
            case 17, 26 -> Turn.VACANT;
            case 20, 30 -> Turn.LEAVING;
            default -> Turn.STAYS;
        };
    }

    /** Seven homes of ten speak Finnish, the others Swedish or English by halves. */
    private static Language language(int n) {
        int of20 = n % 20;
        if (n >= 40) {
            return of20 < 3 ? Language.SV : of20 < 6 ? Language.EN : Language.FI;
        }
        return switch (n) {
            // the Swedish ones in Vasskroken
            case 31, 34, 36, 38 -> Language.SV;
            case 5, 12, 18, 35 -> Language.EN;
            default -> Language.FI;
        };
    }

    private List<Stay> stays(Home home, int n, Turn turn) {
        int days = world.volume().days() + seed.between(90, 3_600);
        var from = world.today().minusDays(days);
        var last = switch (turn) {
            case STAYS -> null;
            case CHANGED ->
                YearMonth.from(world.today().minusDays(10))
                        .minusMonths(seed.between(1, Math.max(1, world.volume().days() / 31)))
                        .atEndOfMonth();
            case VACANT -> vacatedOn();
            case LEAVING -> leavesOn();
        };
        var first = stay(home, family(n, days, last), from, last);
        if (last == null) {
            return List.of(first);
        }
        var next = turn == Turn.VACANT ? leavesOn() : last;
        return List.of(first, stay(home, family(n + 5, 10, null), next.plusDays(1), null));
    }

    /** The end of a month far enough back that the keys have come in. */
    private LocalDate vacatedOn() {
        return YearMonth.from(world.today().minusDays(10)).minusMonths(1).atEndOfMonth();
    }

    /** The end of this month, or of the next when this one is nearly over. */
    private LocalDate leavesOn() {
        return YearMonth.from(world.today().plusDays(5)).atEndOfMonth();
    }

    private Letting settled(Home home, String given, String family, String phone, Language language, int days) {
        var resident = person(given, family, phone, language, days);
        return new Letting(
                home,
                Turn.STAYS,
                true,
                List.of(stay(home, List.of(resident), world.today().minusDays(days), null)));
    }

    private Resident person(String given, String family, String phone, Language language, int days) {
        var mail = DemoPeople.plain(given + "." + family) + "@example.org";
        var resident = people.add(since(days), given, family, mail, phone, language);
        known.add(resident);
        return resident;
    }

    private List<Resident> family(int n, int days, @Nullable LocalDate last) {
        var language = language(n);
        var name = people.family(language);
        var family = new ArrayList<Resident>();
        family.add(people.add(since(days), language, name));
        // people who have moved out are kept to a minimum, as the real ones would be
        if (last == null && seed.chance(world.volume().homes() > 1_000 ? 9 : 60)) {
            family.add(people.add(since(days), language, seed.chance(70) ? name : people.family(language)));
        }
        return family;
    }

    private Instant since(int days) {
        return WorkDays.at(world.today().minusDays(days), LocalTime.of(10, 0));
    }

    private Stay stay(Home home, List<Resident> residents, LocalDate from, @Nullable LocalDate last) {
        var stay = new Stay(seed.id(WorkDays.at(from, LocalTime.of(8, 0))), home, residents, from, last);
        tenancyTable.add(stay.id(), home.id(), "[%s,%s)".formatted(from, last == null ? "" : last.plusDays(1)));
        for (var resident : residents) {
            memberTable.add(
                    stay.id(), resident.id(), resident.equals(stay.main()) || seed.chance(40) ? "MAIN" : "OTHER");
        }
        return stay;
    }

    List<Letting> lettings() {
        return lettings;
    }

    /** Where nothing is about to happen: the homes whose history is invented by chance. */
    List<Stay> settled() {
        return lettings.stream()
                .filter(letting -> letting.turn() == Turn.STAYS && !letting.known())
                .map(letting -> letting.stays().getFirst())
                .toList();
    }

    /** The stay of somebody with a fixed name. */
    Stay of(String given) {
        return lettings.stream()
                .filter(Letting::known)
                .map(letting -> letting.stays().getLast())
                .filter(stay -> stay.main().given().equals(given))
                .findFirst()
                .orElseThrow();
    }

    /** The residents with fixed names. */
    List<Resident> known() {
        return known;
    }
}
