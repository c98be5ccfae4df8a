package fi.kotiovi.portal.fault;

import fi.kotiovi.portal.shell.Pictogram;
import fi.kotiovi.vocabulary.Danger;

/** Which picture stands beside which word. */
final class FaultPictures {
    private FaultPictures() {}

    static Pictogram ofDanger(Danger danger) {
        return switch (danger) {
            case FIRE_OR_PERSON -> Pictogram.FIRE;
            case WATER_RUNNING -> Pictogram.WATER;
            case SEWAGE -> Pictogram.DRAIN;
            case NO_POWER_OR_SPARKS -> Pictogram.POWER;
            case NO_WATER -> Pictogram.NO_WATER;
            case NO_HEAT -> Pictogram.COLD;
            case DOOR_OPEN -> Pictogram.DOOR_OPEN;
            case FALLING_OR_YARD -> Pictogram.FALLING;
        };
    }

    static Pictogram ofPlace(String place) {
        return switch (place) {
            case "KITCHEN" -> Pictogram.KITCHEN;
            case "BATHROOM" -> Pictogram.BATH;
            case "LIVING_ROOM" -> Pictogram.SOFA;
            case "BEDROOM" -> Pictogram.BED;
            case "HALL" -> Pictogram.COAT;
            case "BALCONY" -> Pictogram.BALCONY;
            case "OWN_SAUNA", "COMMON_SAUNA" -> Pictogram.SAUNA;
            case "OWN_STORAGE", "CELLAR" -> Pictogram.BOX;
            case "STAIRWELL" -> Pictogram.STAIRS;
            case "LIFT" -> Pictogram.LIFT;
            case "LAUNDRY" -> Pictogram.LAUNDRY;
            case "BIKE_STORAGE" -> Pictogram.BIKE;
            case "CLUB_ROOM" -> Pictogram.PEOPLE;
            case "WASTE_ROOM" -> Pictogram.WASTE;
            case "YARD" -> Pictogram.YARD;
            case "PLAYGROUND" -> Pictogram.PLAY;
            case "PARKING", "GARAGE" -> Pictogram.CAR;
            case "FACADE" -> Pictogram.WALL;
            case "ROOF" -> Pictogram.ROOF;
            default -> Pictogram.HOME;
        };
    }

    static Pictogram ofCategory(String category) {
        return switch (category) {
            case "WATER_LEAK" -> Pictogram.TAP;
            case "DRAIN" -> Pictogram.DRAIN;
            case "WC" -> Pictogram.TOILET;
            case "HEAT" -> Pictogram.HEAT;
            case "HOT_WATER" -> Pictogram.HOT_WATER;
            case "NO_WATER" -> Pictogram.NO_WATER;
            case "ELECTRIC" -> Pictogram.POWER;
            case "LOCK_DOOR" -> Pictogram.DOOR;
            case "WINDOW" -> Pictogram.WINDOW;
            case "VENT" -> Pictogram.AIR;
            case "MOULD" -> Pictogram.DAMP;
            case "APPLIANCE" -> Pictogram.APPLIANCE;
            case "SMOKE_ALARM" -> Pictogram.SMOKE_ALARM;
            case "SURFACE" -> Pictogram.WALL;
            case "LIFT" -> Pictogram.LIFT;
            case "STAIR_COMMON" -> Pictogram.STAIRS;
            case "LAUNDRY_SAUNA" -> Pictogram.LAUNDRY;
            case "YARD_SNOW" -> Pictogram.SNOW;
            case "WASTE" -> Pictogram.WASTE;
            case "PEST" -> Pictogram.PEST;
            case "TV_NET" -> Pictogram.TV;
            case "PARKING" -> Pictogram.CAR;
            default -> Pictogram.QUESTION;
        };
    }
}
