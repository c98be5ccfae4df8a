package fi.kotiovi.domain.fault;

import fi.kotiovi.vocabulary.Danger;

/** Which fault a danger is, so that nobody with water on the floor is asked twice (domain.md 3.2). */
public final class Dangers {
    private Dangers() {}

    /** The code of the problem to file. */
    public static String problemOf(Danger danger) {
        return switch (danger) {
            case FIRE_OR_PERSON -> "OTHER_OTHER";
            case WATER_RUNNING -> "WATER_LEAK_RUNNING";
            case SEWAGE -> "DRAIN_SEWAGE";
            case NO_POWER_OR_SPARKS -> "ELECTRIC_WHOLE_FLAT";
            case NO_WATER -> "NO_WATER_WHOLE_FLAT";
            case NO_HEAT -> "HEAT_WHOLE_FLAT";
            case DOOR_OPEN -> "LOCK_DOOR_CANNOT_CLOSE";
            case FALLING_OR_YARD -> "YARD_SNOW_FALLING_ICE";
        };
    }
}
